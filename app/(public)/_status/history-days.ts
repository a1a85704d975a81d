import type { PublicIncident } from '@/lib/contracts/live-state';
import { dayOf } from '../_time/format-time';

/** A day with incidents, or a run of days without any. Days are YYYY-MM-DD, newest first. */
export type HistoryEntry =
  | { kind: 'day'; day: string; incidents: PublicIncident[] }
  | { kind: 'quiet'; from: string; to: string };

const dayMs = 86_400_000;
export const historyDays = 14;

/** The last 14 days in the given zone, days without incidents folded into runs. */
export function historyEntries(
  incidents: readonly PublicIncident[],
  now: number,
  timeZone: string,
): HistoryEntry[] {
  const byDay = new Map<string, PublicIncident[]>();
  for (const incident of incidents) {
    const day = dayOf(incident.startedAt, timeZone);
    byDay.set(day, [...(byDay.get(day) ?? []), incident]);
  }
  const entries: HistoryEntry[] = [];
  for (const day of daysBack(dayOf(now, timeZone), [...byDay.keys()])) {
    const onDay = byDay.get(day);
    const last = entries.at(-1);
    if (onDay) entries.push({ kind: 'day', day, incidents: onDay });
    else if (last?.kind === 'quiet') last.from = day;
    else entries.push({ kind: 'quiet', from: day, to: day });
  }
  return entries;
}

/** The last 14 days, newest first, and any earlier day that an incident began on. */
function daysBack(today: string, days: string[]): string[] {
  const noon = Date.parse(`${today}T12:00:00Z`);
  const recent = Array.from({ length: historyDays }, (_, back) =>
    new Date(noon - back * dayMs).toISOString().slice(0, 10),
  );
  return [...new Set([...recent, ...days])].sort().reverse();
}
