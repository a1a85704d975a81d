'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';
import { StatusIcon } from '@/app/_ui/status-icon';
import { useWords } from '@/app/_words/words-provider';
import type { ServiceUptime } from '@/lib/contracts/uptime';
import { DisruptionLines } from './disruption-lines';
import { putBeside } from './put-beside';
import type { Explained } from './uptime-bar';
import { dayWords } from './uptime-words';

type DayPopoverProps = {
  id: string;
  day: string;
  place: number;
  isToday: boolean;
  explained: Explained;
  uptime: ServiceUptime;
  picture: RefObject<SVGSVGElement | null>;
  onPointerEnter(): void;
  onPointerLeave(): void;
};

/** What happened to a service on one day: how long which status held, and the incidents that say why. */
export function DayPopover(props: DayPopoverProps) {
  const { id, day, place, isToday, explained, uptime, picture, ...pointer } = props;
  const words = useWords();
  const disruption = uptime.disruptions.find((one) => one.day === day);
  const isKnown = uptime.since !== null && day >= uptime.since;
  const box = useRef<HTMLDivElement>(null);

  // After every rendering: the day and what is said of it may both have changed.
  useLayoutEffect(() => {
    const put = () => putBeside(box.current, picture.current, place);
    put();
    addEventListener('scroll', put, { passive: true, capture: true });
    addEventListener('resize', put);
    return () => {
      removeEventListener('scroll', put, { capture: true });
      removeEventListener('resize', put);
    };
  });

  return (
    <div
      ref={box}
      id={id}
      className="fixed z-30 w-72 max-w-[calc(100vw-1rem)] rounded-lg border border-line bg-surface px-3.5 py-3 text-sm shadow-float print:hidden"
      {...pointer}
    >
      <p className="font-semibold">{dayWords(words, day)}</p>
      {disruption ? (
        <DisruptionLines disruption={disruption} {...explained} />
      ) : (
        <p className="mt-1.5 flex items-center gap-2 text-ink-soft">
          {isKnown ? <StatusIcon status="operational" /> : null}
          {words.t(isKnown ? (isToday ? 'uptime.calmSoFar' : 'uptime.calm') : 'uptime.unknown')}
        </p>
      )}
    </div>
  );
}
