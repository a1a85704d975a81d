'use client';

import { classNames } from '@/app/_ui/class-names';
import { useWords } from '@/app/_words/words-provider';
import { formatTime, type TimeFormat, zoneOffset } from './format-time';
import { useTimeZone } from './time-zone';

type MomentProps = { at: string; format?: TimeFormat; withZone?: boolean; className?: string };

/** A time in the zone the page is shown in, with the full time for whoever points at it. */
export function Moment({ at, format = 'moment', withZone = false, className }: MomentProps) {
  const { locale } = useWords();
  const zone = useTimeZone();
  const words = formatTime(at, format, zone, locale);
  return (
    <time
      dateTime={at}
      title={formatTime(at, 'full', zone, locale)}
      className={classNames('whitespace-nowrap tabular-nums', className)}
      // Browsers word a time as their own edition of CLDR does, and the server by its.
      suppressHydrationWarning
    >
      {withZone ? `${words} ${zoneOffset(zone, Date.parse(at))}` : words}
    </time>
  );
}
