'use client';

import { useEffect, useState } from 'react';
import type { StatusState } from '@/lib/contracts/live-state';
import { changesBetween, type StateChange } from '@/lib/live/client/state-changes';

const recentMs = 8_000;
const none: StateChange[] = [];

/** What changed since the state before, for the few seconds in which it is news. */
export function useRecentChanges(status: StatusState | null): StateChange[] {
  const [seen, setSeen] = useState(status);
  const [recent, setRecent] = useState(none);
  if (seen !== status) {
    // Derived while rendering, so that the change and its mark appear together.
    setSeen(status);
    const changes = seen && status ? changesBetween(seen, status) : none;
    if (changes.length > 0) setRecent(changes);
  }
  useEffect(() => {
    if (recent === none) return;
    const timer = setTimeout(() => setRecent(none), recentMs);
    return () => clearTimeout(timer);
  }, [recent]);
  return recent;
}
