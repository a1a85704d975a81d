'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False on the server and in the first render of the browser, true from then on. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

function everyMs(ms: number) {
  return (listener: () => void) => {
    const timer = setInterval(listener, ms);
    return () => clearInterval(timer);
  };
}

const ticks = { second: everyMs(1_000), minute: everyMs(15_000) };
const steps = { second: 1_000, minute: 15_000 };

/** The time now, moving each second or (about) each minute; `renderedAt` until the browser has taken over. */
export function useNow(pace: keyof typeof ticks, renderedAt: number): number {
  const step = steps[pace];
  return useSyncExternalStore(
    ticks[pace],
    () => Math.floor(Date.now() / step) * step,
    () => renderedAt,
  );
}
