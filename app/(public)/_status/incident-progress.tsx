'use client';

import { useWords } from '@/app/_words/words-provider';
import { type IncidentStatus, incidentStatuses } from '@/lib/domain/incident';
import { ProgressLine } from './progress-line';

/** How far an incident has come. */
export function IncidentProgress({ status }: { status: IncidentStatus }) {
  const { t } = useWords();
  return (
    <ProgressLine
      label={t('incident.progress')}
      stops={incidentStatuses.map((stop) => t(`incidentStatus.${stop}`))}
      reached={incidentStatuses.indexOf(status)}
    />
  );
}
