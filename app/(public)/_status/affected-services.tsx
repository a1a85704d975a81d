import { StatusBadge } from '@/app/_ui/status-badge';
import { serviceStatusWord } from '@/app/_ui/status-words';
import type { PublicIncident } from '@/lib/contracts/live-state';

type AffectedServicesProps = {
  services: PublicIncident['services'];
  serviceNames: Record<string, string>;
  label: string;
};

/** Services with what is said of each. */
export function AffectedServices({ services, serviceNames, label }: AffectedServicesProps) {
  if (services.length === 0) return null;
  return (
    <ul aria-label={label} className="flex flex-wrap gap-x-4 gap-y-1">
      {services.map(({ id, status }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-1.5 text-sm">
          <bdi>{serviceNames[id] ?? 'A former service'}</bdi>
          <StatusBadge status={status}>{serviceStatusWord[status].toLowerCase()}</StatusBadge>
        </li>
      ))}
    </ul>
  );
}
