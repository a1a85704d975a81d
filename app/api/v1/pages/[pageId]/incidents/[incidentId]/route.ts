import { apiRoute, type Call, json } from '@/app/api/v1/api-route';
import { readRequest } from '@/app/api/v1/read-request';
import { isId, notFound } from '@/app/api/v1/rejection';
import { siteAfter } from '@/app/api/v1/site';
import { changeIncidentRequest } from '@/lib/contracts/manage-api';
import { unsupportedIncidentFields } from '@/lib/contracts/manage-fields';
import { toIncidentChange } from '@/lib/contracts/manage-incident';
import { toStatuspageIncident } from '@/lib/contracts/statuspage';
import { mayRespond } from '@/lib/domain/actor';
import type { Incident } from '@/lib/domain/incident';
import { editIncident } from '@/lib/operations/edit-incident';
import { postIncidentUpdate } from '@/lib/operations/post-incident-update';
import { removeIncident } from '@/lib/operations/remove-incident';
import { getIncidentRecord } from '@/lib/queries/get-incident-record';

const change = { may: mayRespond, answer: changeIncident };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute('incident', {
  GET: { answer: async (call) => json(toStatuspageIncident(await requireIncident(call), call.site)) },
  PATCH: change,
  PUT: change,
  DELETE: { may: mayRespond, answer: deleteIncident },
});

async function changeIncident(call: Call): Promise<Response> {
  const { request, actor, site } = call;
  const present = await requireIncident(call);
  const asked = await readRequest(request, changeIncidentRequest, unsupportedIncidentFields);
  const change = toIncidentChange(asked.incident, present);
  if (change.kind === 'none') return json(toStatuspageIncident(present, site));
  const incident =
    change.kind === 'post'
      ? await postIncidentUpdate(actor, present.id, change.input)
      : await editIncident(actor, present.id, change.input);
  return json(toStatuspageIncident(incident, await siteAfter(site)));
}

async function deleteIncident(call: Call): Promise<Response> {
  const { id } = await requireIncident(call);
  const incident = await removeIncident(call.actor, id);
  return json(toStatuspageIncident(incident, await siteAfter(call.site)));
}

async function requireIncident({ params }: Call): Promise<Incident> {
  const incident = isId(params.incidentId) ? await getIncidentRecord(params.incidentId) : null;
  if (!incident) throw notFound('incident');
  return incident;
}
