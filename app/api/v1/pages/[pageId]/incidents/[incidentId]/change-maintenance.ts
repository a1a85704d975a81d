import { type Call, json } from '@/app/api/v1/api-route';
import { readRequest } from '@/app/api/v1/read-request';
import { siteAfter } from '@/app/api/v1/site';
import { backdatedFields } from '@/lib/contracts/manage-fields';
import { changeMaintenanceRequest, toMaintenanceChange } from '@/lib/contracts/manage-maintenance';
import { toStatuspageMaintenance } from '@/lib/contracts/statuspage-maintenance';
import type { Maintenance } from '@/lib/domain/maintenance';
import { editMaintenance } from '@/lib/operations/edit-maintenance';
import { postMaintenanceUpdate } from '@/lib/operations/post-maintenance-update';

/** Replans planned work, and then says what is said of it: a refused plan keeps its update from going out. */
export async function changeMaintenance(
  { request, actor, site }: Call,
  present: Maintenance,
): Promise<Response> {
  const asked = await readRequest(request, changeMaintenanceRequest, backdatedFields);
  const { plan, update } = toMaintenanceChange(asked.incident, present);
  let maintenance = present;
  if (plan) maintenance = await editMaintenance(actor, present.id, plan);
  if (update) maintenance = await postMaintenanceUpdate(actor, present.id, update);
  return json(toStatuspageMaintenance(maintenance, await siteAfter(site)));
}
