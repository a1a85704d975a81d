'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Uptime } from '@/lib/contracts/uptime';
import { dayAfter, dayStart, localDay } from '@/lib/domain/uptime/local-day';

/** Caches on the way may answer for 5 s by themselves; the rest spreads thousands of open pages. */
const afterChange = { leastMs: 5_000, spreadMs: 20_000 };
const atOnce = { leastMs: 0, spreadMs: 0 };
const afterMidnight = { leastMs: 1_000, spreadMs: 120_000 };

type Wait = { leastMs: number; spreadMs: number };

/**
 * Uptime as the server rendered it, and anew some seconds after each revision and when a day of the page begins.
 * A page that nobody looks at asks when it is looked at again. What can't be had is asked for at the next occasion.
 * Answers, too, what asks at once.
 */
export function useFreshUptime(rendered: Uptime | null, revision: number): [Uptime | null, () => void] {
  const [uptime, setUptime] = useState(rendered);
  const [shownRevision] = useState(revision);
  const askLater = useRef<(wait: Wait) => void>(() => {});

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOwed = false;
    let isEnded = false;
    const ask = async () => {
      timer = undefined;
      isOwed = document.hidden;
      if (isOwed) return;
      const fresh = await fetchUptime();
      if (fresh && !isEnded) setUptime(fresh);
    };
    const later = ({ leastMs, spreadMs }: Wait) => {
      if (leastMs === 0) timer = clearTimeout(timer) as undefined;
      timer ??= setTimeout(ask, leastMs + Math.random() * spreadMs);
    };
    const seen = () => !document.hidden && isOwed && later(afterChange);
    document.addEventListener('visibilitychange', seen);
    askLater.current = later;
    return () => {
      isEnded = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, []);

  useEffect(() => {
    if (revision !== shownRevision) askLater.current(afterChange);
  }, [revision, shownRevision]);

  useEffect(() => {
    if (!uptime) return;
    const { to, timeZone } = uptime;
    const turned = () => localDay(Date.now(), timeZone) > to && askLater.current(afterMidnight);
    turned();
    // A machine that slept through midnight wakes to a page that is looked at.
    const timer = setTimeout(turned, dayStart(dayAfter(to, 1), timeZone) - Date.now());
    document.addEventListener('visibilitychange', turned);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', turned);
    };
  }, [uptime]);

  return [uptime, useCallback(() => askLater.current(atOnce), [])];
}

async function fetchUptime(): Promise<Uptime | null> {
  try {
    const response = await fetch('/api/uptime');
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
