import { buttonClass } from '@/app/_ui/button';
import { incidentStatusWord } from '@/app/_ui/status-words';
import { type Incident, nextStatuses } from '@/lib/domain/incident';
import { ActionForm } from '../_form/action-form';
import { FormSelect, FormTextArea } from '../_form/controls';
import { SubmitButton } from '../_form/submit-button';
import { postIncidentUpdateAction } from '../(control)/incidents/actions';

/** A few words posted without leaving the overview. */
export function QuickUpdate({ incident }: { incident: Incident }) {
  return (
    <details className="group open:col-span-2">
      <summary className={`${buttonClass('primary')} min-h-11 w-full group-open:mb-3`}>Post update…</summary>
      <ActionForm action={postIncidentUpdateAction} className="flex flex-col gap-3">
        <input type="hidden" name="incidentId" value={incident.id} />
        <input type="hidden" name="from" value="now" />
        <FormTextArea name="body" label="What is new" rows={3} className="min-h-20" />
        <FormSelect name="status" label="Status" defaultValue={incident.status} className="min-h-11">
          {nextStatuses(incident).map((status) => (
            <option key={status} value={status}>
              {incidentStatusWord[status]}
            </option>
          ))}
        </FormSelect>
        <SubmitButton tone="primary" pending="Publishing…">
          Publish update
        </SubmitButton>
      </ActionForm>
    </details>
  );
}
