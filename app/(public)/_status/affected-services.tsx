'use client';

import { StatusBadge } from '@/app/_ui/status-badge';
import { useWords } from '@/app/_words/words-provider';
import type { PublicIncident } from '@/lib/contracts/live-state';

type AffectedServicesProps = {
  services: PublicIncident['services'];
  serviceNames: Record<string, string>;
  label: string;
};

/** Services with what is said of each. */
export function AffectedServices({ services, serviceNames, label }: AffectedServicesProps) {
  const { t } = useWords();
  if (services.length === 0) return null;
  return (
    <ul aria-label={label} className="flex flex-wrap gap-x-4 gap-y-1">
      {services.map(({ id, status }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-1.5 text-sm">
          <bdi>{serviceNames[id] ?? t('services.former')}</bdi>
          <StatusBadge status={status}>{t(`statusAfterName.${status}`)}</StatusBadge>
        </li>
      ))}
    </ul>
  );
}
