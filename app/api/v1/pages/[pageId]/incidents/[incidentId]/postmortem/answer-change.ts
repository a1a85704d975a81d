import { type Call, json } from '@/app/api/v1/api-route';
import { isId, notFound } from '@/app/api/v1/rejection';
import type { PostMortemInput } from '@/lib/contracts/incident-input';
import { toStatuspagePostMortem } from '@/lib/contracts/manage-post-mortem';
import type { Incident } from '@/lib/domain/incident';
import { editPostMortem } from '@/lib/operations/edit-post-mortem';
import { getIncidentRecord } from '@/lib/queries/get-incident-record';

/** Changes an incident's post-mortem, and answers it as it is then. */
export async function answerChange(
  call: Call,
  incidentId: string,
  input: PostMortemInput,
): Promise<Response> {
  const incident = await editPostMortem(call.actor, incidentId, input);
  return json(toStatuspagePostMortem(incident, call.site.page.timeZone));
}

/** The incident of the address, or a Rejection. */
export async function requireIncident({ params }: Call): Promise<Incident> {
  const incident = isId(params.incidentId) ? await getIncidentRecord(params.incidentId) : null;
  if (!incident) throw notFound('incident');
  return incident;
}
