import { z } from 'zod';
import { serviceStatuses } from '@/lib/domain/service-status';
import { id, text } from './incident-input';

const name = text.trim().min(1, 'Give it a name.').max(120, 'Keep it under 120 characters.');
const description = text
  .trim()
  .max(500, 'Keep it under 500 characters.')
  .transform((given) => (given === '' ? null : given))
  .nullable();
const startDate = z.iso
  .date('Write the date as YYYY-MM-DD.')
  // Postgres knows no year 0.
  .refine((date) => !date.startsWith('0000'), 'Write a year from 0001 on.')
  .nullable();

export const createServiceInput = z.object({
  name,
  description: description.default(null),
  groupId: id.nullable().default(null),
  status: z.enum(serviceStatuses).default('operational'),
  showcase: z.boolean().default(true),
  onlyShowIfDegraded: z.boolean().default(false),
  startDate: startDate.default(null),
});

export const editServiceInput = z.object({
  name: name.optional(),
  description: description.optional(),
  groupId: id.nullable().optional(),
  status: z.enum(serviceStatuses).optional(),
  showcase: z.boolean().optional(),
  onlyShowIfDegraded: z.boolean().optional(),
  startDate: startDate.optional(),
  /** The service's `updatedAt` the editor saw; a newer one in the database is a conflict. */
  seenUpdatedAt: z.iso.datetime().optional(),
});

export const groupInput = z.object({ name, description: description.default(null) });

/** The whole page in its new order: each entry a group with its services, or a service on its own (`groupId` null). */
export const reorderInput = z.array(z.object({ groupId: id.nullable(), serviceIds: z.array(id).max(1000) }));

export type CreateServiceInput = z.infer<typeof createServiceInput>;
export type EditServiceInput = z.infer<typeof editServiceInput>;
export type GroupInput = z.infer<typeof groupInput>;
export type ReorderInput = z.infer<typeof reorderInput>;
