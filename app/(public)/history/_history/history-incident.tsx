'use client';

import { useWords } from '@/app/_words/words-provider';
import type { PublicIncident } from '@/lib/contracts/live-state';
import { isOpen } from '@/lib/domain/incident';
import { ImpactBadge } from '../../_status/impact-badge';
import { IncidentSpan } from '../../_status/incident-span';
import { IncidentTimeline } from '../../_status/incident-timeline';
import { HistoryRow } from './history-row';

type HistoryIncidentProps = {
  incident: PublicIncident;
  serviceNames: Record<string, string>;
  renderedAt: number;
};

/** An incident of any time; one that is open says so. */
export function HistoryIncident({ incident, serviceNames, renderedAt }: HistoryIncidentProps) {
  const { t } = useWords();
  const meta = (
    <>
      <ImpactBadge impact={incident.impact} />
      {isOpen(incident) ? (
        <strong className="font-semibold text-ink">{t(`incidentStatus.${incident.status}`)}</strong>
      ) : null}
      <span>
        <IncidentSpan incident={incident} renderedAt={renderedAt} />
      </span>
    </>
  );
  return (
    <HistoryRow
      at={incident.startedAt}
      title={incident.title}
      href={`/incidents/${incident.id}`}
      meta={meta}
      services={incident.services}
      serviceNames={serviceNames}
      countOfUpdates={incident.updates.length}
    >
      <IncidentTimeline updates={incident.updates} serviceNames={serviceNames} />
    </HistoryRow>
  );
}
