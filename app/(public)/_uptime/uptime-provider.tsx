'use client';

import { createContext, type ReactNode, use, useMemo } from 'react';
import type { ServiceUptime, Uptime } from '@/lib/contracts/uptime';
import { daysBetween } from './bar-shapes';
import { useFreshUptime } from './use-fresh-uptime';

type Known = Uptime & { days: string[] };

const UptimeContext = createContext<Known | null>(null);

type UptimeProviderProps = { uptime: Uptime | null; revision: number; children: ReactNode };

/** Gives the bars inside it the uptime that the server rendered, and then what is newest. */
export function UptimeProvider({ uptime, revision, children }: UptimeProviderProps) {
  const fresh = useFreshUptime(uptime, revision);
  const known = useMemo(() => fresh && { ...fresh, days: daysBetween(fresh.from, fresh.to) }, [fresh]);
  return <UptimeContext value={known}>{children}</UptimeContext>;
}

/** What the page knows of uptime; null where nothing is known, or none is shown. */
export function useUptime(): Known | null {
  return use(UptimeContext);
}

/** A service's uptime; null where it is not shown. */
export function useServiceUptime(id: string): ServiceUptime | null {
  return useUptime()?.services[id] ?? null;
}
