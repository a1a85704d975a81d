import { z } from 'zod';
import { type Maintenance, maintenanceStatuses } from '@/lib/domain/maintenance';
import {
  type EditMaintenanceInput,
  type PlanMaintenanceInput,
  type PostMaintenanceUpdateInput,
  planMaintenanceInput,
} from './maintenance-input';
import { changeIncidentRequest, createIncidentRequest } from './manage-api';

/** What scripts send of planned maintenance, which to Statuspage is an incident with a window. */

const { title, scheduledStartAt, scheduledEndAt } = planMaintenanceInput.shape;
const common = {
  body: createIncidentRequest.shape.incident.shape.body,
  component_ids: changeIncidentRequest.shape.incident.shape.component_ids,
  components: changeIncidentRequest.shape.incident.shape.components,
  scheduled_auto_in_progress: z.boolean().nullish(),
  scheduled_auto_completed: z.boolean().nullish(),
};

export const createMaintenanceRequest = z.object({
  incident: z.object({
    ...common,
    name: title,
    status: z.literal('scheduled').optional(),
    scheduled_for: scheduledStartAt,
    scheduled_until: scheduledEndAt,
  }),
});

export const changeMaintenanceRequest = z.object({
  incident: z.object({
    ...common,
    name: title.optional(),
    status: z.enum(maintenanceStatuses).optional(),
    scheduled_for: scheduledStartAt.nullish(),
    scheduled_until: scheduledEndAt.nullish(),
  }),
});

export type CreateMaintenanceRequest = z.infer<typeof createMaintenanceRequest>['incident'];
export type ChangeMaintenanceRequest = z.infer<typeof changeMaintenanceRequest>['incident'];

/** New work as a script asks for it. Here it begins and ends by the clock, unless the script says otherwise. */
export function toPlanMaintenanceInput(asked: CreateMaintenanceRequest): PlanMaintenanceInput {
  return {
    title: asked.name,
    scheduledStartAt: asked.scheduled_for,
    scheduledEndAt: asked.scheduled_until,
    autoStart: asked.scheduled_auto_in_progress ?? true,
    autoComplete: asked.scheduled_auto_completed ?? true,
    serviceIds: serviceIdsIn(asked) ?? [],
    body: asked.body ?? '',
  };
}

/** What a script's change asks of the work as it is: another plan, an update, both, or neither. */
export function toMaintenanceChange(
  asked: ChangeMaintenanceRequest,
  present: Maintenance,
): { plan: EditMaintenanceInput | null; update: PostMaintenanceUpdateInput | null } {
  const wanted = {
    title: asked.name ?? present.title,
    scheduledStartAt: asked.scheduled_for ?? present.scheduledStartAt,
    scheduledEndAt: asked.scheduled_until ?? present.scheduledEndAt,
    autoStart: asked.scheduled_auto_in_progress ?? present.autoStart,
    autoComplete: asked.scheduled_auto_completed ?? present.autoComplete,
    serviceIds: serviceIdsIn(asked) ?? present.serviceIds,
  };
  const changed = Object.entries(wanted).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(present[name as keyof typeof wanted]),
  );
  const isNewStatus = asked.status !== undefined && asked.status !== present.status;
  return {
    plan: changed.length > 0 ? Object.fromEntries(changed) : null,
    update:
      isNewStatus || asked.body
        ? { body: asked.body ?? '', ...(asked.status && { status: asked.status }) }
        : null,
  };
}

/** Work hits all its services alike: which status `components` says of each is not asked. */
function serviceIdsIn({ component_ids, components }: ChangeMaintenanceRequest): string[] | null {
  if (!component_ids && !components) return null;
  return [...new Set([...(component_ids ?? []), ...Object.keys(components ?? {})])].sort();
}
