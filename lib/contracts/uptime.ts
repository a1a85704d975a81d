import { z } from 'zod';
import { impacts, incidentStatuses } from '@/lib/domain/incident';
import { maintenanceStatuses } from '@/lib/domain/maintenance';
import { serviceStatuses } from '@/lib/domain/service-status';

/** Uptime as it crosses every border: the page and `GET /api/uptime`. Days are those of the page's time zone. */

const seconds = z.number().int().nonnegative();
const percent = z.number().min(0).max(100).nullable();

const disruptedDay = z.object({
  day: z.iso.date(),
  /** How much of the day is known: 86,400 but on the first day, today, and where clocks change. */
  knownSeconds: seconds,
  /** How long each status but operational held; nothing that held is left out, however short. */
  seconds: z.partialRecord(z.enum(serviceStatuses), seconds),
});

const serviceUptime = z.object({
  /** Floored to three digits, so that one failure never reads 100; null where no time counts. */
  percent,
  /** The first day that something is known of, within the period. */
  since: z.iso.date().nullable(),
  /** Days on which something other than operational held, oldest first. */
  disruptions: z.array(disruptedDay),
});

export const uptime = z.object({
  timeZone: z.string(),
  /** The first and the last day, today. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** By service. */
  services: z.record(z.string(), serviceUptime),
  /**
   * By group. Its per cent is the mean over its services, weighted by how long each was there; a day of it tells how
   * long each status held for the service that it held for longest.
   */
  groups: z.record(z.string(), serviceUptime),
  /** Present where services of folded groups are left out, as on a page that came with many. */
  isPartial: z.literal(true).optional(),
});

const time = z.iso.datetime();
const event = { id: z.string(), title: z.string(), startedAt: time, endedAt: time.nullable() };

/** Something that concerned a service: an incident or a maintenance, from when to when. */
export const serviceEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('incident'),
    ...event,
    status: z.enum(incidentStatuses),
    impact: z.enum(impacts),
  }),
  z.object({ kind: z.literal('maintenance'), ...event, status: z.enum(maintenanceStatuses) }),
]);

/** Per cent over so many days, today included. */
const uptimePeriod = z.object({ days: z.number().int(), percent });

/** One service: its uptime over each period, and what concerned it in the last 90 days, the latest first. */
export const serviceRecord = z.object({ periods: z.array(uptimePeriod), events: z.array(serviceEvent) });

export type DisruptedDay = z.infer<typeof disruptedDay>;
export type ServiceUptime = z.infer<typeof serviceUptime>;
export type Uptime = z.infer<typeof uptime>;
export type ServiceEvent = z.infer<typeof serviceEvent>;
export type UptimePeriod = z.infer<typeof uptimePeriod>;
export type ServiceRecord = z.infer<typeof serviceRecord>;
