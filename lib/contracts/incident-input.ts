import { z } from 'zod';
import { impacts, incidentStatuses } from '@/lib/domain/incident';
import { serviceStatuses } from '@/lib/domain/service-status';

/** Ids are 12 characters of [a-z0-9]; longer ones may come from an import. */
export const id = z.string().regex(/^[a-z0-9]{1,40}$/, 'is not an id');

const title = z
  .string()
  .trim()
  .min(1, 'Say in a few words what is wrong.')
  .max(200, 'Keep it under 200 characters.');
const body = z.string().trim().max(20_000, 'Keep it under 20,000 characters.');
const affected = z.array(z.object({ id, status: z.enum(serviceStatuses) })).max(500);

export const openIncidentInput = z.object({
  title,
  status: z.enum(incidentStatuses).default('investigating'),
  /** Null lets the impact follow the services. */
  impactOverride: z.enum(impacts).nullable().default(null),
  body: body.default(''),
  services: affected.default([]),
});

export const postIncidentUpdateInput = z.object({
  /** Left out: stays as it is. */
  status: z.enum(incidentStatuses).optional(),
  body: body.default(''),
  services: affected.default([]),
  title: title.optional(),
  impactOverride: z.enum(impacts).nullable().optional(),
});

export const editIncidentInput = z.object({
  title: title.optional(),
  impactOverride: z.enum(impacts).nullable().optional(),
  /** The version the editor saw; a newer one in the database is a conflict. */
  version: z.number().int().positive().optional(),
});

export const editIncidentUpdateInput = z.object({
  body: body.min(1, 'Write what visitors should know.'),
  /** The update's `updatedAt` the editor saw; a newer one in the database is a conflict. */
  seenUpdatedAt: z.iso.datetime().optional(),
});

export type OpenIncidentInput = z.infer<typeof openIncidentInput>;
export type PostIncidentUpdateInput = z.infer<typeof postIncidentUpdateInput>;
export type EditIncidentInput = z.infer<typeof editIncidentInput>;
export type EditIncidentUpdateInput = z.infer<typeof editIncidentUpdateInput>;
