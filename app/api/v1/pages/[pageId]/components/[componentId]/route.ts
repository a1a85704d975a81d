import { apiRoute, type Call, json } from '@/app/api/v1/api-route';
import { readRequest } from '@/app/api/v1/read-request';
import { notFound } from '@/app/api/v1/rejection';
import { changeComponentRequest } from '@/lib/contracts/manage-api';
import { toEditServiceInput } from '@/lib/contracts/manage-component';
import { toStatuspageComponent, toStatuspageGroup } from '@/lib/contracts/statuspage';
import { mayManageServices, mayRespond } from '@/lib/domain/actor';
import { Refusal } from '@/lib/domain/refusal';
import type { Service } from '@/lib/domain/service';
import { archiveService } from '@/lib/operations/archive-service';
import { editService } from '@/lib/operations/edit-service';

const change = { may: mayRespond, answer: changeComponent };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute('component', {
  GET: { answer: getComponent },
  PATCH: change,
  PUT: change,
  DELETE: { may: mayManageServices, answer: deleteComponent },
});

async function getComponent(call: Call): Promise<Response> {
  const { site, params } = call;
  const group = site.groupById.get(params.componentId ?? '');
  return json(group ? toStatuspageGroup(group, site) : toStatuspageComponent(requireService(call), site));
}

async function changeComponent(call: Call): Promise<Response> {
  const { request, actor, site } = call;
  const present = requireService(call);
  const asked = await readRequest(request, changeComponentRequest);
  const input = toEditServiceInput(asked.component, present);
  const service = input ? await editService(actor, present.id, input) : present;
  return json(toStatuspageComponent(service, site));
}

async function deleteComponent(call: Call): Promise<Response> {
  await archiveService(call.actor, requireService(call).id);
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
}

function requireService({ site, params }: Call): Service {
  const id = params.componentId ?? '';
  if (site.groupById.has(id)) throw new Refusal('invalid', 'This is a group. Change it in the control room.');
  const service = site.serviceById.get(id);
  if (!service || service.archivedAt) throw notFound('component');
  return service;
}
