import { Rich } from '@/app/_words/rich';
import type { PublicIncident } from '@/lib/contracts/live-state';
import { Moment } from '../_time/moment';
import { ImpactBadge } from './impact-badge';
import { IncidentSpan } from './incident-span';

/** How bad, since or from when to when, and for how long. */
export function IncidentMeta({ incident, renderedAt }: { incident: PublicIncident; renderedAt: number }) {
  const { startedAt, resolvedAt } = incident;
  const span = <IncidentSpan incident={incident} renderedAt={renderedAt} />;
  return (
    <p className="mt-0.5 flex flex-wrap items-center gap-x-3 text-ink-soft text-sm">
      <ImpactBadge impact={incident.impact} />
      <span>
        {resolvedAt ? (
          <Rich
            message="incident.fromTo"
            tags={{ from: <Moment at={startedAt} />, to: <Moment at={resolvedAt} withZone />, span }}
          />
        ) : (
          <Rich message="incident.since" tags={{ from: <Moment at={startedAt} withZone />, span }} />
        )}
      </span>
    </p>
  );
}
