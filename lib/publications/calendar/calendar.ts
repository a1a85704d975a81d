import ical, { ICalCalendarMethod, type ICalEventData } from 'ical-generator';
import type { StatusRecord } from '@/lib/queries/get-status-record';
import { cacheControls, type Publication } from '../publication';
import { calendarEvents, calendarUid } from './calendar-events';
import { printable } from './printable';

const type = 'text/calendar; charset=utf-8';
const cacheControl = cacheControls.history;
/** How often a reader that has subscribed should look again. */
const refreshSeconds = 900;

/** All planned work as one calendar (RFC 5545) to subscribe to. */
export const maintenanceCalendar: Publication = {
  key: '/maintenance.ics',
  type,
  cacheControl,
  write: (record) => calendarOf(record, calendarEvents(record)),
};

/** One planned work as a calendar file; of it alone, whether it stands or was called off. */
export function calendarOfMaintenance(id: string): Publication {
  return {
    key: `/maintenance/${id}/calendar.ics`,
    type,
    cacheControl,
    write: (record) => {
      const uid = calendarUid(id, record.site);
      const events = calendarEvents(record).filter((event) => event.id === uid);
      return events.length > 0 ? calendarOf(record, events) : null;
    },
  };
}

function calendarOf({ site: { page, origin } }: StatusRecord, events: ICalEventData[]): string {
  return ical({
    // In one line: the library escapes line ends everywhere but here.
    name: printable(`${page.name} maintenance`).replaceAll(/\s+/g, ' '),
    prodId: { company: 'Signalbox', product: 'Status page', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    url: `${origin}/maintenance.ics`,
    ttl: refreshSeconds,
    events,
  }).toString();
}
