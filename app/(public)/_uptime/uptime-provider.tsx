'use client';

import { createContext, type ReactNode, use, useMemo } from 'react';
import type { Uptime } from '@/lib/contracts/uptime';
import { daysBetween } from './bar-shapes';
import { useFreshUptime } from './use-fresh-uptime';

type Known = Uptime & { days: string[] };

const UptimeContext = createContext<Known | null>(null);
const AskContext = createContext(() => {});

type UptimeProviderProps = { uptime: Uptime | null; revision: number; children: ReactNode };

/** Gives the bars inside it the uptime that the server rendered, and then what is newest. */
export function UptimeProvider({ uptime, revision, children }: UptimeProviderProps) {
  const [fresh, ask] = useFreshUptime(uptime, revision);
  const known = useMemo(() => fresh && { ...fresh, days: daysBetween(fresh.from, fresh.to) }, [fresh]);
  return (
    <AskContext value={ask}>
      <UptimeContext value={known}>{children}</UptimeContext>
    </AskContext>
  );
}

/** What the page knows of uptime; null where nothing is known, or none is shown. */
export function useUptime(): Known | null {
  return use(UptimeContext);
}

/** Asks at once for what the page came without, if it did: somebody looks at it. */
export function useAskUptime(): () => void {
  return use(AskContext);
}
