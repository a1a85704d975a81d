import { apiRoute, type Call, json } from '@/app/api/v1/api-route';
import { readQuery, readRequest } from '@/app/api/v1/read-request';
import { createComponentRequest, pagedQuery } from '@/lib/contracts/manage-api';
import { toCreateServiceInput } from '@/lib/contracts/manage-component';
import { toStatuspageComponent, toStatuspageComponents } from '@/lib/contracts/statuspage';
import { mayManageServices } from '@/lib/domain/actor';
import { createService } from '@/lib/operations/create-service';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute('component', {
  GET: { answer: listComponents },
  POST: { may: mayManageServices, answer: createComponent },
});

async function listComponents({ request, site }: Call): Promise<Response> {
  const { per_page: limit, page } = readQuery(request, pagedQuery);
  return json(toStatuspageComponents(site).slice((page - 1) * limit, page * limit));
}

async function createComponent({ request, actor, site }: Call): Promise<Response> {
  const asked = await readRequest(request, createComponentRequest);
  const service = await createService(actor, toCreateServiceInput(asked.component));
  const headers = { Location: `/api/v1/pages/${site.page.id}/components/${service.id}` };
  return json(toStatuspageComponent(service, site), 201, headers);
}
