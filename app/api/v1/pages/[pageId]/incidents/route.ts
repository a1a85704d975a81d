import { apiRoute, type Call, json } from '@/app/api/v1/api-route';
import { readQuery, readRequest } from '@/app/api/v1/read-request';
import { siteAfter } from '@/app/api/v1/site';
import { createIncidentRequest, incidentListQuery } from '@/lib/contracts/manage-api';
import { unsupportedIncidentFields } from '@/lib/contracts/manage-fields';
import { toOpenIncidentInput } from '@/lib/contracts/manage-incident';
import { toStatuspageIncident } from '@/lib/contracts/statuspage';
import { mayRespond } from '@/lib/domain/actor';
import { openIncident } from '@/lib/operations/open-incident';
import { getIncidentList } from '@/lib/queries/get-incident-list';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute('incident', {
  GET: { answer: listIncidents },
  POST: { may: mayRespond, answer: createIncident },
});

async function listIncidents({ request, site }: Call): Promise<Response> {
  const { limit, page, q } = readQuery(request, incidentListQuery);
  const offset = (page - 1) * limit;
  const { incidents } = await getIncidentList({ state: 'all', limit, offset, ...(q && { search: q }) });
  return json(incidents.map((incident) => toStatuspageIncident(incident, site)));
}

async function createIncident({ request, actor, site }: Call): Promise<Response> {
  const asked = await readRequest(request, createIncidentRequest, unsupportedIncidentFields);
  const incident = await openIncident(actor, toOpenIncidentInput(asked.incident));
  const body = toStatuspageIncident(incident, await siteAfter(site));
  return json(body, 201, { Location: `/api/v1/pages/${site.page.id}/incidents/${incident.id}` });
}
