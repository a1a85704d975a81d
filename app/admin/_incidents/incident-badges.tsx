import { classNames } from '@/app/_ui/class-names';
import { StatusIcon } from '@/app/_ui/status-icon';
import { statusTones } from '@/app/_ui/status-tones';
import { impactWord, incidentStatusWord, statusOfImpact } from '@/app/_ui/status-words';
import { type Incident, isOpen } from '@/lib/domain/incident';

/** Where an incident stands and how bad it is, in one line. */
export function IncidentBadges({ incident }: { incident: Pick<Incident, 'status' | 'impact'> }) {
  const impact = statusOfImpact[incident.impact];
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span className={classNames('font-semibold', isOpen(incident) ? 'text-ink' : 'text-operational')}>
        {incidentStatusWord[incident.status]}
      </span>
      <span className={classNames('inline-flex items-center gap-1.5 font-medium', statusTones[impact].text)}>
        <StatusIcon status={impact} />
        {impactWord[incident.impact]}
      </span>
    </span>
  );
}
