import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stateIcon } from '@/app/api/branding/state-icon';
import { type ServiceStatus, serviceStatuses } from '@/lib/domain/service-status';

const bytes = new Uint8Array(readFileSync('tests/fixtures/images/logo.png'));
const parsed = (status: ServiceStatus) =>
  new DOMParser().parseFromString(stateIcon({ type: 'image/png', bytes }, status), 'image/svg+xml');

describe('the tab’s icon of a team', () => {
  it.each(serviceStatuses)('is well-formed and holds its image when %s', (status) => {
    const [type, data = ''] = parsed(status).querySelector('image')?.getAttribute('href')?.split(',') ?? [];
    expect(type).toBe('data:image/png;base64');
    expect(Buffer.from(data, 'base64').equals(bytes)).toBe(true);
  });

  it('is marked in every state but the good one, in none like in another', () => {
    const signs = serviceStatuses.map((status) => parsed(status).querySelector('svg > g')?.outerHTML ?? null);
    expect(new Set(signs).size).toBe(serviceStatuses.length);
    expect(signs[serviceStatuses.indexOf('operational')]).toBeNull();
  });
});
