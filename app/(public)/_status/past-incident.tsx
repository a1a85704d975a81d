'use client';

import { useWords } from '@/app/_words/words-provider';
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
  const { t } = useWords();
  const updates = { count: incident.updates.length };
  const names = incident.services.map((service) => serviceNames[service.id]).filter(Boolean);
  return (
    <li className="px-4 py-2.5">
      <h4 className="font-semibold">
        <a href={`/incidents/${incident.id}`} className="underline-offset-4 hover:underline">
          <bdi>{incident.title}</bdi>
        </a>
      </h4>
      <details className="group">
        <summary className="flex flex-wrap items-center gap-x-3 text-ink-soft text-sm">
          <ImpactBadge impact={incident.impact} />
          <span>
            <Moment at={incident.startedAt} format="time" />
            {t('list.separator')}
            <IncidentSpan incident={incident} renderedAt={renderedAt} />
          </span>
          {names.length > 0 ? <span dir="auto">{names.join(t('list.separator'))}</span> : null}
          <span className="inline-flex min-h-6 items-center font-medium text-accent underline-offset-4 group-hover:underline">
            <span className="group-open:hidden">{t('updates.show', updates)}</span>
            <span className="hidden group-open:inline">{t('updates.hide', updates)}</span>
          </span>
        </summary>
        <div className="pt-3">
          <IncidentTimeline updates={incident.updates} serviceNames={serviceNames} />
        </div>
      </details>
    </li>
  );
}
