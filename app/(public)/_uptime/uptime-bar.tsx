'use client';

import { memo, useId, useMemo, useRef } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { useWords } from '@/app/_words/words-provider';
import type { ServiceUptime } from '@/lib/contracts/uptime';
import { useIsHydrated } from '../_time/clock';
import { BarPicture } from './bar-picture';
import { barShapes } from './bar-shapes';
import { DayPopover } from './day-popover';
import { useUptime } from './uptime-provider';
import { daySentence, uptimeSummary } from './uptime-words';
import { useChosenDay } from './use-chosen-day';

/** What explains a day: the service itself, or what happened to each of a group. */
export type Explained =
  | { serviceId: string; members?: never }
  | { serviceId?: never; members: readonly Member[] };

export type Member = { id: string; name: string };

type UptimeBarProps = {
  name: string;
  uptime: ServiceUptime;
  className?: string;
} & Explained;

/**
 * The last 90 days as a picture with a summary in words, 30 of them where it is narrow. With JavaScript, each day
 * explains itself to the pointer, to a tap, and to the keyboard.
 */
export const UptimeBar = memo(function UptimeBar({ name, uptime, className, ...explained }: UptimeBarProps) {
  const words = useWords();
  const days = useUptime()?.days ?? [];
  const shapes = useMemo(() => barShapes(uptime, days), [uptime, days]);
  const picture = useRef<SVGSVGElement>(null);
  const around = useRef<HTMLDivElement>(null);
  const hasLinks = (place: number) => uptime.disruptions.some(({ day }) => day === days[place]);
  const { chosen, keep, onPointerEnterExplanation, ...pointer } = useChosenDay({
    count: days.length,
    hasLinks,
    picture,
    around,
  });
  const isHydrated = useIsHydrated();
  const explanation = useId();
  const today = days.length - 1;
  const place = Math.min(chosen?.place ?? today, today);
  const day = days[place] ?? '';
  return (
    <div ref={around} className={classNames('relative', className)}>
      <div
        {...pointer}
        className="relative h-(--bar-height,1.375rem) overflow-hidden rounded-xs outline-accent outline-offset-2 has-focus-visible:outline-2"
      >
        <BarPicture
          ref={picture}
          shapes={shapes}
          label={uptimeSummary(words, uptime, days.length)}
          chosen={chosen ? place : null}
        />
        {isHydrated ? (
          <input
            type="range"
            min={0}
            max={today}
            value={place}
            aria-label={words.t('uptime.byDay', { name })}
            aria-valuetext={daySentence(words, day, uptime, days[today] ?? '')}
            aria-details={chosen ? explanation : undefined}
            onChange={({ target }) =>
              keep(Math.max(firstSeen(picture.current, days.length), target.valueAsNumber))
            }
            onFocus={({ target }) => target.matches(':focus-visible') && keep(place)}
            className="pointer-events-none absolute inset-0 opacity-0"
          />
        ) : null}
      </div>
      {chosen ? (
        <DayPopover
          id={explanation}
          {...{ day, uptime, place, explained }}
          isToday={place === today}
          picture={picture}
          onPointerEnter={onPointerEnterExplanation}
          onPointerLeave={pointer.onPointerLeave}
        />
      ) : null}
    </div>
  );
});

/** The first day that is not cut off: where it is narrow, the picture begins outside of its frame. */
function firstSeen(picture: Element | null, count: number): number {
  const [all, seen] = [picture, picture?.parentElement].map(
    (element) => element?.getBoundingClientRect().width ?? 0,
  );
  return all && seen ? Math.max(0, Math.round(count * (1 - seen / all))) : 0;
}
