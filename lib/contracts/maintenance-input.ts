import { z } from 'zod';
import { maintenanceStatuses } from '@/lib/domain/maintenance';
import { id, openIncidentInput, text } from './incident-input';

const title = text
  .trim()
  .min(1, 'Say in a few words what will be done.')
  .max(255, 'Keep it under 256 characters.');
const body = openIncidentInput.shape.body.unwrap();
const at = z.iso.datetime({ offset: true }).transform((given) => new Date(given));

export const planMaintenanceInput = z.object({
  title,
  scheduledStartAt: at,
  scheduledEndAt: at,
  /** Whether it begins and ends by the clock; otherwise a person says so. */
  autoStart: z.boolean().default(true),
  autoComplete: z.boolean().default(true),
  serviceIds: z.array(id).max(500).default([]),
  body: body.default(''),
});

export const editMaintenanceInput = z.object({
  title: title.optional(),
  scheduledStartAt: at.optional(),
  scheduledEndAt: at.optional(),
  autoStart: z.boolean().optional(),
  autoComplete: z.boolean().optional(),
  serviceIds: z.array(id).max(500).optional(),
  /** The version the editor saw; a newer one in the database is a conflict. */
  version: z.number().int().positive().optional(),
});

export const postMaintenanceUpdateInput = z.object({
  /** Left out: stays as it is. */
  status: z.enum(maintenanceStatuses).optional(),
  body: body.default(''),
});

export type PlanMaintenanceInput = z.infer<typeof planMaintenanceInput>;
export type EditMaintenanceInput = z.infer<typeof editMaintenanceInput>;
export type PostMaintenanceUpdateInput = z.infer<typeof postMaintenanceUpdateInput>;
