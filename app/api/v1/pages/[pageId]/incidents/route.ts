import type { z } from 'zod';
import { apiRoute, type Call, json } from '@/app/api/v1/api-route';
import { readQuery, readRequest } from '@/app/api/v1/read-request';
import { type Site, siteAfter } from '@/app/api/v1/site';
import {
  type CreateIncidentRequest,
  createIncidentRequest,
  incidentListQuery,
} from '@/lib/contracts/manage-api';
import { backdatedFields, plannedFields } from '@/lib/contracts/manage-fields';
import { toOpenIncidentInput } from '@/lib/contracts/manage-incident';
import {
  type CreateMaintenanceRequest,
  createMaintenanceRequest,
  toPlanMaintenanceInput,
} from '@/lib/contracts/manage-maintenance';
import { toStatuspageIncident } from '@/lib/contracts/statuspage';
import { toStatuspageMaintenance } from '@/lib/contracts/statuspage-maintenance';
import { type Actor, mayRespond } from '@/lib/domain/actor';
import { openIncident } from '@/lib/operations/open-incident';
import { planMaintenance } from '@/lib/operations/plan-maintenance';
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
  const { incident: asked } = await readRequest(request, requestFor, backdatedFields);
  const made = 'scheduled_for' in asked ? await plan(actor, asked) : await open(actor, asked);
  const location = `/api/v1/pages/${site.page.id}/incidents/${made.id}`;
  return json(made.told(await siteAfter(site)), 201, { Location: location });
}

type CreateRequest = { incident: CreateIncidentRequest | CreateMaintenanceRequest };

/** To Statuspage planned maintenance is an incident with a window. */
function requestFor(body: unknown): z.ZodType<CreateRequest> {
  return plannedFields(body).length > 0 ? createMaintenanceRequest : createIncidentRequest;
}

async function open(actor: Actor, asked: CreateIncidentRequest) {
  const incident = await openIncident(actor, toOpenIncidentInput(asked));
  return { id: incident.id, told: (site: Site) => toStatuspageIncident(incident, site) };
}

async function plan(actor: Actor, asked: CreateMaintenanceRequest) {
  const maintenance = await planMaintenance(actor, toPlanMaintenanceInput(asked));
  return { id: maintenance.id, told: (site: Site) => toStatuspageMaintenance(maintenance, site) };
}
