'use client';

import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** A day of a bar that is explained: passing by under a mouse, or kept by a tap, a click or the keyboard. */
export type ChosenDay = { place: number; isKept: boolean };

/** Long enough to move from the bar into what explains it, across the days in between. */
const leaveMs = 160;
const dwellMs = 120;

/** Ends what another bar explains: there is one explanation on a page. */
let endOther: (() => void) | null = null;

type Bar = {
  /** How many days it has. */
  count: number;
  /** Whether there is something to go to on a day: such a day is not given up for the one beside it at once. */
  hasLinks: (place: number) => boolean;
  /** What the days are drawn in, and all that belongs to it. */
  picture: RefObject<Element | null>;
  around: RefObject<Element | null>;
};

/** Which day of a bar is explained, and what moves it. */
export function useChosenDay({ count, hasLinks, picture, around }: Bar) {
  const [chosen, setChosen] = useState<ChosenDay | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);

  const end = useCallback(() => {
    clearTimeout(waiting.current);
    setChosen(null);
  }, []);
  const choose = useCallback(
    (next: ChosenDay) => {
      clearTimeout(waiting.current);
      if (endOther !== end) endOther?.();
      endOther = end;
      setChosen(next);
    },
    [end],
  );

  useEffect(() => end, [end]);
  useEffect(() => {
    if (!chosen) return;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && end();
    const onDown = (event: Event) => !around.current?.contains(event.target as Node) && end();
    document.addEventListener('keydown', onKey);
    const onFocusOut = ({ relatedTarget }: FocusEvent) =>
      relatedTarget && !around.current?.contains(relatedTarget as Node) && end();
    document.addEventListener('pointerdown', onDown);
    document.addEventListener('focusout', onFocusOut);
    return () => {
      document.removeEventListener('focusout', onFocusOut);
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onDown);
    };
  }, [chosen, end, around]);

  const placeOf = ({ clientX }: PointerEvent) => placeAt(clientX, picture.current, count);
  return {
    chosen,
    /** A day by its place, as the keyboard moves it. */
    keep: (place: number) => choose({ place, isKept: true }),
    onPointerMove: (event: PointerEvent) => {
      if (event.pointerType === 'touch' || chosen?.isKept) return;
      const place = placeOf(event);
      const move = () => choose({ place, isKept: false });
      clearTimeout(waiting.current);
      if (chosen && chosen.place !== place && hasLinks(chosen.place))
        waiting.current = setTimeout(move, dwellMs);
      else move();
    },
    onPointerUp: (event: PointerEvent) => choose({ place: placeOf(event), isKept: true }),
    onPointerLeave: () => {
      clearTimeout(waiting.current);
      if (chosen && !chosen.isKept) waiting.current = setTimeout(end, leaveMs);
    },
    onPointerEnterExplanation: () => clearTimeout(waiting.current),
  };
}

/** The place of the day under a point, counted from where the line begins in the page's direction. */
function placeAt(x: number, bar: Element | null, count: number): number {
  if (!bar) return 0;
  const { left, width } = bar.getBoundingClientRect();
  const fromLeft = Math.min(count - 1, Math.max(0, Math.floor(((x - left) / width) * count)));
  return getComputedStyle(bar).direction === 'rtl' ? count - 1 - fromLeft : fromLeft;
}
