import { apiRoute, type Call, json } from '@/app/api/v1/api-route';
import { readRequest } from '@/app/api/v1/read-request';
import { isId, notFound } from '@/app/api/v1/rejection';
import { siteAfter } from '@/app/api/v1/site';
import { changeIncidentRequest } from '@/lib/contracts/manage-api';
import { unsupportedIncidentFields } from '@/lib/contracts/manage-fields';
import { toIncidentChange } from '@/lib/contracts/manage-incident';
import { toStatuspageIncident } from '@/lib/contracts/statuspage';
import { toStatuspageMaintenance } from '@/lib/contracts/statuspage-maintenance';
import { mayRespond } from '@/lib/domain/actor';
import type { Incident } from '@/lib/domain/incident';
import type { Maintenance } from '@/lib/domain/maintenance';
import { editIncident } from '@/lib/operations/edit-incident';
import { postIncidentUpdate } from '@/lib/operations/post-incident-update';
import { removeIncident } from '@/lib/operations/remove-incident';
import { removeMaintenance } from '@/lib/operations/remove-maintenance';
import { getIncidentRecord } from '@/lib/queries/get-incident-record';
import { getMaintenanceRecord } from '@/lib/queries/get-maintenance-record';
import { changeMaintenance } from './change-maintenance';

const change = { may: mayRespond, answer: changeEither };

/** To Statuspage planned maintenance is an incident, under the same address. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute('incident', {
  GET: { answer: readEither },
  PATCH: change,
  PUT: change,
  DELETE: { may: mayRespond, answer: deleteEither },
});

async function readEither(call: Call): Promise<Response> {
  const { incident, maintenance } = await requireEither(call);
  return json(
    incident ? toStatuspageIncident(incident, call.site) : toStatuspageMaintenance(maintenance, call.site),
  );
}

async function changeEither(call: Call): Promise<Response> {
  const { incident, maintenance } = await requireEither(call);
  return incident ? changeIncident(call, incident) : changeMaintenance(call, maintenance);
}

async function changeIncident({ request, actor, site }: Call, present: Incident): Promise<Response> {
  const asked = await readRequest(request, changeIncidentRequest, unsupportedIncidentFields);
  const change = toIncidentChange(asked.incident, present);
  if (change.kind === 'none') return json(toStatuspageIncident(present, site));
  const incident =
    change.kind === 'post'
      ? await postIncidentUpdate(actor, present.id, change.input)
      : await editIncident(actor, present.id, change.input);
  return json(toStatuspageIncident(incident, await siteAfter(site)));
}

async function deleteEither(call: Call): Promise<Response> {
  const { incident, maintenance } = await requireEither(call);
  if (incident) {
    const removed = await removeIncident(call.actor, incident.id);
    return json(toStatuspageIncident(removed, await siteAfter(call.site)));
  }
  const removed = await removeMaintenance(call.actor, maintenance.id);
  return json(toStatuspageMaintenance(removed, await siteAfter(call.site)));
}

type Either = { incident: Incident; maintenance: null } | { incident: null; maintenance: Maintenance };

async function requireEither({ params }: Call): Promise<Either> {
  if (!isId(params.incidentId)) throw notFound('incident');
  const incident = await getIncidentRecord(params.incidentId);
  if (incident) return { incident, maintenance: null };
  const maintenance = await getMaintenanceRecord(params.incidentId);
  if (!maintenance) throw notFound('incident');
  return { incident: null, maintenance };
}
