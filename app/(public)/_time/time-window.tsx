'use client';

import { dayOf, formatTime, zoneOffset } from './format-time';
import { useTimeZone } from './time-zone';

/** From when to when, the day named once where both are on it. */
export function TimeWindow({ from, to }: { from: string; to: string }) {
  const zone = useTimeZone();
  const isOneDay = dayOf(from, zone) === dayOf(to, zone);
  return (
    <span className="tabular-nums">
      <time dateTime={from} title={formatTime(from, 'full', zone)}>
        {formatTime(from, 'moment', zone)}
      </time>
      {' – '}
      <time dateTime={to} title={formatTime(to, 'full', zone)}>
        {formatTime(to, isOneDay ? 'time' : 'moment', zone)}
      </time>
      {` ${zoneOffset(zone, Date.parse(to))}`}
    </span>
  );
}
