import { incidentStatusWord } from '@/app/_ui/status-words';
import type { IncidentStatus } from '@/lib/domain/incident';
import { ChoiceRow } from '../_form/choice-row';

/** Where the work on an incident stands. */
export function StatusRow({ statuses, now }: { statuses: readonly IncidentStatus[]; now: IncidentStatus }) {
  const choices = statuses.map((status) => ({ value: status, label: incidentStatusWord[status] }));
  return <ChoiceRow name="status" legend="Status" choices={choices} defaultValue={now} />;
}
