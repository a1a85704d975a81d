'use client';

import { Rich } from '@/app/_words/rich';
import { dayOf, zoneOffset } from './format-time';
import { Moment } from './moment';
import { useTimeZone } from './time-zone';

/** From when to when, the day named once where both are on it. */
export function TimeWindow({ from, to }: { from: string; to: string }) {
  const zone = useTimeZone();
  const isOneDay = dayOf(from, zone) === dayOf(to, zone);
  return (
    <span>
      <Rich
        message="time.fromTo"
        tags={{ from: <Moment at={from} />, to: <Moment at={to} format={isOneDay ? 'time' : 'moment'} /> }}
        values={{ zone: zoneOffset(zone, Date.parse(to)) }}
      />
    </span>
  );
}
