import { type ICalEventData, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { Maintenance } from '@/lib/domain/maintenance';
import type { StatusRecord } from '@/lib/queries/get-status-record';
import { printable } from './printable';

type Site = StatusRecord['site'];
type Cancelled = StatusRecord['cancelled'][number];
type Window = { id: string; title: string; body: string; startsAt: Date; endsAt: Date; serviceIds: string[] };

/** Planned work and what of it was called off, each as an event in UTC. */
export function calendarEvents({ site, maintenances, cancelled }: StatusRecord): ICalEventData[] {
  return [
    ...maintenances.map((maintenance) => plannedEvent(maintenance, site)),
    ...cancelled.map((removed) => cancelledEvent(removed, site)),
  ];
}

/** What an event is known by for ever: of the page it holds its own id rather than its address, which may change. */
export function calendarUid(id: string, { page }: Site): string {
  return `${id}@${page.id}.signalbox`;
}

function plannedEvent(work: Maintenance, site: Site): ICalEventData {
  const window = {
    ...work,
    body: work.updates[0]?.body ?? '',
    startsAt: work.scheduledStartAt,
    endsAt: work.scheduledEndAt,
  };
  return {
    ...eventOf(window, site),
    url: `${site.origin}/maintenance/${work.id}`,
    status: ICalEventStatus.CONFIRMED,
    // Readers take an event anew when this has risen.
    sequence: work.version,
    stamp: work.updatedAt,
    created: work.createdAt,
    lastModified: work.updatedAt,
  };
}

function cancelledEvent({ revision, at, maintenance }: Cancelled, site: Site): ICalEventData {
  const window = {
    ...maintenance,
    body: 'This maintenance was cancelled.',
    startsAt: new Date(maintenance.scheduledStartAt),
    endsAt: new Date(maintenance.scheduledEndAt),
    serviceIds: maintenance.services.map(({ id }) => id),
  };
  return {
    ...eventOf(window, site),
    status: ICalEventStatus.CANCELLED,
    // Each version took a revision, so the revision of its end is above them all.
    sequence: revision,
    stamp: at,
    lastModified: at,
  };
}

function eventOf({ id, title, body, startsAt, endsAt, serviceIds }: Window, site: Site): ICalEventData {
  const names = serviceIds.flatMap((serviceId) => site.serviceById.get(serviceId)?.name ?? []);
  const affects = names.length > 0 ? `Affects ${names.join(', ')}.` : '';
  return {
    id: calendarUid(id, site),
    start: startsAt,
    end: endsAt,
    summary: printable(`${site.page.name}: ${title}`),
    description: printable([body, affects].filter(Boolean).join('\n\n')),
    // It takes up nobody's time.
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}
