import type { HistoryEntry, HistoryView } from '@/lib/contracts/history';
import type { PublicMaintenance, StatusState } from '@/lib/contracts/live-state';
import { isUnderWay } from '@/lib/domain/maintenance';
import type { SettledIncidents } from '@/lib/live/client/settled-incidents';
import { isNarrowed } from './history-address';

/**
 * The entries as they are by now: what was heard of each since, without what was removed. The newest page of
 * everything begins with what came since.
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
    .map((incident): HistoryEntry => ({ kind: 'incident', incident }))
    .concat([...maintenances.values()].filter(isUnderWay).map(asEntry))
    .filter((entry) => !known.has(idOf(entry)) && beginningOf(entry) > newest)
    .sort((a, b) => beginningOf(b) - beginningOf(a));
  return [...added, ...entries];
}

function asEntry(maintenance: PublicMaintenance): HistoryEntry {
  return { kind: 'maintenance', maintenance: { ...maintenance, startedAt: null, completedAt: null } };
}

/** Whether work that goes on in an entry has left the state: what became of it, only the server knows. */
export function isOutdated(entries: readonly HistoryEntry[], state: StatusState | null): boolean {
  const present = new Set(state?.maintenances.map(({ id }) => id));
  return (
    state !== null &&
    entries.some(
      (entry) => entry.kind === 'maintenance' && isUnderWay(entry.maintenance) && !present.has(idOf(entry)),
    )
  );
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
