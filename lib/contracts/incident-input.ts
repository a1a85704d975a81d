import { z } from 'zod';
import { impacts, incidentStatuses } from '@/lib/domain/incident';
import { serviceStatuses } from '@/lib/domain/service-status';

/** Ids are 12 characters of [a-z0-9]; longer ones may come from an import. */
export const id = z.string().regex(/^[a-z0-9]{1,40}$/, 'is not an id');

/** Postgres stores no NUL, so it is refused here rather than fail there. */
export const text = z.string().refine((given) => !given.includes('\0'), 'Remove the NUL character.');

const title = text
  .trim()
  .min(1, 'Say in a few words what is wrong.')
  .max(255, 'Keep it under 256 characters.');
const body = text.trim().max(20_000, 'Keep it under 20,000 characters.');
/** A service named without a status is concerned, and shows as it is. */
const affected = z.array(z.object({ id, status: z.enum(serviceStatuses).optional() })).max(500);

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

export const postMortemInput = z.object({
  /** Left out: stays as it is. Null: is deleted. */
  body: text
    .trim()
    .min(1, 'Write what went wrong and what follows from it.')
    .max(100_000, 'Keep it under 100,000 characters.')
    .nullable()
    .optional(),
  isPublished: z.boolean().optional(),
});

export type PostMortemInput = z.infer<typeof postMortemInput>;
