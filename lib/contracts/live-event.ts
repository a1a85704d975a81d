import { z } from 'zod';
import { serviceStatuses } from '@/lib/domain/service-status';
import { publicPage } from './branding';
import { publicIncident, publicMaintenance, publicService, statusState } from './live-state';

export const liveEventNames = [
  'service.created',
  'service.updated',
  'service.removed',
  'incident.created',
  'incident.updated',
  'incident.resolved',
  'incident.removed',
  'maintenance.scheduled',
  'maintenance.started',
  'maintenance.updated',
  'maintenance.completed',
  'maintenance.removed',
  'page.updated',
] as const;

export type LiveEventName = (typeof liveEventNames)[number];

/** The changed thing, under its own name. */
export const liveEventPayload = z.union([
  z.object({ service: publicService }),
  z.object({ incident: publicIncident }),
  z.object({ maintenance: publicMaintenance }),
  z.object({
    page: publicPage.pick({ id: true, name: true, announcement: true }).partial({ announcement: true }),
  }),
]);

export type LiveEventPayload = z.infer<typeof liveEventPayload>;

/** One row of the event log: the change alone. On the stream its data is `{revision, at, ...payload}`. */
export const liveEvent = z.object({
  revision: z.number().int().positive(),
  name: z.enum(liveEventNames),
  at: z.iso.datetime(),
  payload: liveEventPayload,
});

export type LiveEvent = z.infer<typeof liveEvent>;

/** What our processes say to each other on `status:updates`: the whole state and the changes that led to it, oldest first. */
export const publishedChange = statusState.extend({ events: z.array(liveEvent).min(1) });

export type PublishedChange = z.infer<typeof publishedChange>;

/** What any other program may publish on `status:updates`; it is shown, never stored, and passed on as it came. */
export const outsideMessage = z.looseObject({
  statusLabel: z.enum(serviceStatuses),
  services: z.array(z.looseObject({ id: z.string(), status: z.enum(serviceStatuses) })),
  incidents: z.array(z.looseObject({ id: z.string() })),
});
