import type { PublicIncident } from '@/lib/contracts/live-state';
import { Moment } from '../_time/moment';
import { ImpactBadge } from './impact-badge';
import { IncidentSpan } from './incident-span';

/** How bad, since or from when to when, and for how long. */
export function IncidentMeta({ incident, renderedAt }: { incident: PublicIncident; renderedAt: number }) {
  return (
    <p className="mt-0.5 flex flex-wrap items-center gap-x-3 text-ink-soft text-sm">
      <ImpactBadge impact={incident.impact} />
      <span>
        {incident.resolvedAt ? null : 'since '}
        <Moment at={incident.startedAt} withZone={!incident.resolvedAt} />
        {incident.resolvedAt ? (
          <>
            {' – '}
            <Moment at={incident.resolvedAt} withZone />
          </>
        ) : null}
        {', '}
        <IncidentSpan incident={incident} renderedAt={renderedAt} />
      </span>
    </p>
  );
}
