'use client';

import { useSyncExternalStore } from 'react';

const storageKey = 'signalbox.times';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The zone that times are shown in: UTC from the server, then the visitor's own unless they chose UTC. */
export function useTimeZone(): string {
  return useSyncExternalStore(subscribe, shownZone, () => 'UTC');
}

/** The visitor's own zone, as their browser knows it. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** Shows all times in UTC, or in the visitor's own zone again; remembered in this browser. */
export function showInUtc(isUtc: boolean): void {
  try {
    if (isUtc) localStorage.setItem(storageKey, 'UTC');
    else localStorage.removeItem(storageKey);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  chosen = isUtc ? 'UTC' : ownZone();
  for (const listener of listeners) listener();
}

let chosen: string | null = null;

function shownZone(): string {
  chosen ??= stored() === 'UTC' ? 'UTC' : ownZone();
  return chosen;
}

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
