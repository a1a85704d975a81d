import { Panel } from '@/app/_ui/panel';
import type { PublicIncident } from '@/lib/contracts/live-state';
import { Moment } from '../_time/moment';
import { ImpactBadge } from './impact-badge';
import { IncidentSpan } from './incident-span';
import { IncidentTimeline } from './incident-timeline';

type PastIncidentProps = {
  incident: PublicIncident;
  serviceNames: Record<string, string>;
  renderedAt: number;
};

/** A resolved incident in two lines, its timeline one click away. */
export function PastIncident({ incident, serviceNames, renderedAt }: PastIncidentProps) {
  const names = incident.services.map((service) => serviceNames[service.id]).filter(Boolean);
  return (
    <Panel className="px-4 py-3 sm:px-5">
      <h4 dir="auto" className="font-semibold">
        <a href={`/incidents/${incident.id}`} className="underline-offset-4 hover:underline">
          {incident.title}
        </a>
      </h4>
      <p className="flex flex-wrap items-center gap-x-3 text-ink-soft text-sm">
        <ImpactBadge impact={incident.impact} />
        <span>
          <Moment at={incident.startedAt} format="time" />
          {', '}
          <IncidentSpan incident={incident} renderedAt={renderedAt} />
        </span>
        {names.length > 0 ? <span dir="auto">{names.join(', ')}</span> : null}
      </p>
      <details className="mt-1">
        <summary className="inline-flex min-h-7 items-center font-medium text-accent text-sm underline-offset-4 hover:underline">
          {incident.updates.length === 1 ? 'One update' : `${incident.updates.length} updates`}
        </summary>
        <div className="pt-2">
          <IncidentTimeline updates={incident.updates} serviceNames={serviceNames} />
        </div>
      </details>
    </Panel>
  );
}
