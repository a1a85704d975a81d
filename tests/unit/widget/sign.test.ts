import { expect, it } from 'vitest';
import { serviceStatuses } from '@/lib/domain/service-status';
import { signs as badgeSigns } from '@/lib/publications/badges/badge-looks';
import { signs } from '@/lib/widget/client/sign';

it.each(serviceStatuses)('%s has the same sign as on badges', (status) => {
  expect(signs[status][1]).toBe(badgeSigns[status].sign);
});
