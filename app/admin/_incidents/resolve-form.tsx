import { buttonClass } from '@/app/_ui/button';
import type { Incident } from '@/lib/domain/incident';
import { ActionForm } from '../_form/action-form';
import { FormTextArea } from '../_form/controls';
import { SubmitButton } from '../_form/submit-button';
import { postIncidentUpdateAction } from '../(control)/incidents/actions';

type ResolveFormProps = { incident: Incident; nameOf: (serviceId: string) => string };

/** Resolving in two taps: the first opens this and tells what it will do, the second does it. */
export function ResolveForm({ incident, nameOf }: ResolveFormProps) {
  const hit = incident.services
    .filter((service) => service.status !== 'operational')
    .map((service) => nameOf(service.id));
  return (
    <details className="group open:col-span-2">
      <summary className={`${buttonClass('secondary')} min-h-11 w-full group-open:mb-3`}>Resolve…</summary>
      <ActionForm action={postIncidentUpdateAction} className="flex flex-col gap-3">
        <input type="hidden" name="incidentId" value={incident.id} />
        <input type="hidden" name="status" value="resolved" />
        <p className="text-sm">
          {hit.length > 0 ? `Restores ${hit.join(', ')}` : 'Restores no service'}, unless something else still
          holds.
        </p>
        <FormTextArea
          name="body"
          label="Last word to visitors (optional)"
          defaultValue="This incident has been resolved."
          rows={2}
          className="min-h-16"
        />
        <SubmitButton tone="primary" pending="Resolving…">
          Resolve now
        </SubmitButton>
      </ActionForm>
    </details>
  );
}
