import { type Incident, incidentStatuses } from '@/lib/domain/incident';
import type { Service, ServiceGroup } from '@/lib/domain/service';
import { ActionForm } from '../_form/action-form';
import { MessageField } from '../_form/message-field';
import { SubmitButton } from '../_form/submit-button';
import { ServiceSections } from '../_services/service-sections';
import { StickyBar } from '../_shell/sticky-bar';
import { postIncidentUpdateAction } from '../(control)/incidents/actions';
import { AffectedRow } from './affected-row';
import { StatusRow } from './status-row';

type UpdateFormProps = { incident: Incident; groups: readonly ServiceGroup[]; services: readonly Service[] };

/** What is new: words, status, and how hard services are hit now. */
export function UpdateForm({ incident, groups, services }: UpdateFormProps) {
  const said = new Map(incident.services.map((service) => [service.id, service.status]));
  const hit = services.filter((service) => said.has(service.id));
  const others = services.filter((service) => !said.has(service.id));
  return (
    <ActionForm action={postIncidentUpdateAction} className="flex flex-col gap-5" label="Post an update">
      <input type="hidden" name="incidentId" value={incident.id} />
      <MessageField label="Message to visitors" />
      <StatusRow statuses={incidentStatuses} now={incident.status} />
      {hit.map((service) => (
        <AffectedRow key={service.id} service={service} said={said.get(service.id)} />
      ))}
      <details>
        <summary className="text-link inline-flex min-h-11 items-center text-sm">
          Another service is hit…
        </summary>
        <div className="pt-2">
          <ServiceSections groups={groups} services={others} legend="Other services">
            {(service) => <AffectedRow key={service.id} service={service} />}
          </ServiceSections>
        </div>
      </details>
      <StickyBar>
        <SubmitButton tone="primary" pending="Publishing…" className="flex-1 sm:flex-none">
          Publish update
        </SubmitButton>
      </StickyBar>
    </ActionForm>
  );
}
