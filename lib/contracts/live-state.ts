import { z } from 'zod';
import { impacts, incidentStatuses } from '@/lib/domain/incident';
import { maintenanceStatuses } from '@/lib/domain/maintenance';
import { serviceStatuses } from '@/lib/domain/service-status';
import { publicPage } from './branding';

/** The public status as it crosses every border: the stream, `GET /api/status`, the cache and Redis. Times are RFC 3339 in UTC. */

const time = z.iso.datetime();
const affected = z.object({ id: z.string(), status: z.enum(serviceStatuses) });

export const publicService = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  description: z.string().nullable(),
  groupId: z.string().nullable(),
  groupName: z.string().nullable(),
  status: z.enum(serviceStatuses),
  position: z.number().int(),
  updatedAt: time,
});

export const publicIncident = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(incidentStatuses),
  impact: z.enum(impacts),
  startedAt: time,
  updatedAt: time,
  resolvedAt: time.nullable(),
  url: z.string(),
  services: z.array(affected),
  updates: z.array(
    z.object({
      id: z.string(),
      status: z.enum(incidentStatuses),
      body: z.string(),
      createdAt: time,
      services: z.array(affected),
    }),
  ),
});

export const publicMaintenance = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(maintenanceStatuses),
  scheduledStartAt: time,
  scheduledEndAt: time,
  services: z.array(affected),
  updates: z.array(
    z.object({ id: z.string(), status: z.enum(maintenanceStatuses), body: z.string(), createdAt: time }),
  ),
});

export const statusState = z.object({
  statusLabel: z.enum(serviceStatuses),
  /** In the order of the page. */
  services: z.array(publicService),
  /** Open ones, and those resolved in the last 24 hours; newest first. */
  incidents: z.array(publicIncident),
  /** Under way and to come; soonest first. */
  maintenances: z.array(publicMaintenance),
  /** Left out while nothing of its look was ever set. */
  page: publicPage.optional(),
  revision: z.number().int().nonnegative(),
  updatedAt: time,
  /** Present while the database can't be asked: what is shown is the last known state, from `staleSince`. */
  stale: z.literal(true).optional(),
  staleSince: time.optional(),
});

export type PublicService = z.infer<typeof publicService>;
export type PublicIncident = z.infer<typeof publicIncident>;
export type PublicMaintenance = z.infer<typeof publicMaintenance>;
export type StatusState = z.infer<typeof statusState>;

/** Everything the public page shows at a revision; what the cache keeps. */
export const statusSnapshot = z.object({
  page: z.object({ id: z.string(), name: z.string(), timeZone: z.string() }),
  state: statusState,
  /** Incidents resolved in the last 14 days, newest first. */
  history: z.array(publicIncident),
  /** Names by id, archived services too: old incidents name them. */
  serviceNames: z.record(z.string(), z.string()),
});

export type StatusSnapshot = z.infer<typeof statusSnapshot>;
