import { incidentStatusWord, statusOfImpact } from '@/app/_ui/status-words';
import type { PublicIncident } from '@/lib/contracts/live-state';
import { isOpen } from '@/lib/domain/incident';

/** The tab's title and icon on an incident's own page. */
export function IncidentInTab({ incident, pageName }: { incident: PublicIncident; pageName: string }) {
  const status = isOpen(incident) ? statusOfImpact[incident.impact] : 'operational';
  return (
    <>
      <title>{`${incidentStatusWord[incident.status]}: ${incident.title} · ${pageName}`}</title>
      <link rel="icon" type="image/svg+xml" href={`/icons/${status.replaceAll('_', '-')}.svg`} />
    </>
  );
}
