'use client';

import { classNames } from '@/app/_ui/class-names';
import { formatTime, type TimeFormat } from './format-time';
import { useTimeZone } from './time-zone';

type MomentProps = { at: string; format?: TimeFormat; className?: string };

/** A time in the zone the page is shown in, with the full time for whoever points at it. */
export function Moment({ at, format = 'moment', className }: MomentProps) {
  const zone = useTimeZone();
  return (
    <time
      dateTime={at}
      title={formatTime(at, 'full', zone)}
      className={classNames('whitespace-nowrap tabular-nums', className)}
    >
      {formatTime(at, format, zone)}
    </time>
  );
}
