'use client';

import { useEffect, useState } from 'react';
import type { ServiceEvent } from '@/lib/contracts/uptime';
import { dayAfter, dayStart } from '@/lib/domain/uptime/local-day';
import { eventPath } from './event-path';
import { recentEvents } from './recent-events';

type DayEventsProps = { day: string; timeZone: string; serviceIds: readonly string[] };

/** Links to the incidents and the work that touched a day, as soon as they are known. */
export function DayEvents({ day, timeZone, serviceIds }: DayEventsProps) {
  const [events, setEvents] = useState<ServiceEvent[]>([]);
  const ids = serviceIds.join(' ');
  useEffect(() => {
    let isEnded = false;
    recentEvents(ids.split(' ').filter(Boolean)).then((known) => !isEnded && setEvents(known));
    return () => {
      isEnded = true;
    };
  }, [ids]);
  const touching = events.filter((event) => touches(event, day, timeZone));
  if (touching.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-col gap-0.5 border-line border-t pt-2">
      {touching.map((event) => (
        <li key={event.id}>
          <a href={eventPath(event)} className="text-link inline-block min-h-6">
            <bdi>{event.title}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}

function touches({ startedAt, endedAt }: ServiceEvent, day: string, timeZone: string): boolean {
  const from = dayStart(day, timeZone);
  const to = dayStart(dayAfter(day, 1), timeZone);
  return Date.parse(startedAt) < to && (endedAt === null || Date.parse(endedAt) > from);
}
