import type { HistoryEntry, HistoryView } from '@/lib/contracts/history';
import type { StatusState } from '@/lib/contracts/live-state';
import type { SettledIncidents } from '@/lib/live/client/settled-incidents';
import { isNarrowed } from './history-address';

/**
 * The entries as they are by now: what was heard of each since, without what was removed. The newest page of
 * everything begins with the incidents that came since.
 */
export function liveEntries(
  view: Pick<HistoryView, 'entries' | 'asked' | 'newer'>,
  state: StatusState | null,
  settled: SettledIncidents,
): HistoryEntry[] {
  const incidents = new Map(state?.incidents.map((incident) => [incident.id, incident]));
  const maintenances = new Map(state?.maintenances.map((maintenance) => [maintenance.id, maintenance]));
  const entries = view.entries.flatMap((entry): HistoryEntry[] => {
    if (entry.kind === 'maintenance') {
      return [{ ...entry, maintenance: { ...entry.maintenance, ...maintenances.get(entry.maintenance.id) } }];
    }
    const heard = incidents.get(entry.incident.id) ?? settled.get(entry.incident.id);
    return heard === null ? [] : [{ ...entry, incident: heard ?? entry.incident }];
  });
  if (view.newer || isNarrowed(view.asked)) return entries;
  const known = new Set(view.entries.map((entry) => idOf(entry)));
  const newest = view.entries[0] ? beginningOf(view.entries[0]) : 0;
  const added = [...incidents.values()]
    .filter((incident) => !known.has(incident.id) && Date.parse(incident.startedAt) > newest)
    .map((incident): HistoryEntry => ({ kind: 'incident', incident }));
  return [...added, ...entries];
}

/** The id of what an entry is about. */
export function idOf(entry: HistoryEntry): string {
  return entry.kind === 'incident' ? entry.incident.id : entry.maintenance.id;
}

/** When it began, which is where it stands in the history. */
export function beginningOf(entry: HistoryEntry): number {
  const { incident, maintenance } = { incident: null, maintenance: null, ...entry };
  return Date.parse(incident?.startedAt ?? maintenance?.startedAt ?? maintenance?.scheduledStartAt ?? '');
}
