import { memo } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { statusTones } from '@/app/_ui/status-tones';
import { statusOfImpact } from '@/app/_ui/status-words';
import type { PublicIncident } from '@/lib/contracts/live-state';
import { IncidentMeta } from './incident-meta';
import { IncidentProgress } from './incident-progress';
import { IncidentTimeline } from './incident-timeline';

type IncidentCardProps = {
  incident: PublicIncident;
  serviceNames: Record<string, string>;
  changedIds: ReadonlySet<string>;
  renderedAt: number;
};

/** One open incident: what it is, how bad, how far along, and every update. */
export const IncidentCard = memo(function IncidentCard(props: IncidentCardProps) {
  const { incident, serviceNames, changedIds, renderedAt } = props;
  const tone = statusTones[statusOfImpact[incident.impact]];
  return (
    <article
      id={`incident-${incident.id}`}
      aria-labelledby={`incident-${incident.id}-title`}
      className={classNames(
        'scroll-mt-4 rounded-lg border bg-surface shadow-panel',
        incident.impact === 'none' ? 'border-line' : tone.border,
        changedIds.has(incident.id) && 'animate-notice motion-reduce:bg-accent-tint/60',
      )}
    >
      <header className="flex flex-col gap-3 border-line border-b px-4 py-4 sm:px-5">
        <div>
          <h3 id={`incident-${incident.id}-title`} className="font-semibold text-lg tracking-tight">
            <a href={`/incidents/${incident.id}`} className="underline-offset-4 hover:underline">
              <bdi>{incident.title}</bdi>
            </a>
          </h3>
          <IncidentMeta incident={incident} renderedAt={renderedAt} />
        </div>
        <IncidentProgress status={incident.status} />
      </header>
      <div className="px-4 py-4 sm:px-5">
        <IncidentTimeline updates={incident.updates} serviceNames={serviceNames} />
      </div>
    </article>
  );
});
