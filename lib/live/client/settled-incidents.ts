import type { PublicIncident, StatusState } from '@/lib/contracts/live-state';
import { isOpen } from '@/lib/domain/incident';
import { identified } from './field-readers';
import { toIncident } from './incoming-parts';

/** What was heard of ended incidents since the page was rendered: the incident, or null once it was removed. */
export type SettledIncidents = ReadonlyMap<string, PublicIncident | null>;

const shownAfterResolveMs = 24 * 60 * 60 * 1_000;

/** What is settled after the state moved from `before` to `after`. */
export function settledAfterState(
  settled: SettledIncidents,
  before: StatusState | null,
  after: StatusState,
): SettledIncidents {
  const next = new Map(settled);
  const present = new Set(after.incidents.map((incident) => incident.id));
  for (const gone of before?.incidents ?? []) {
    if (!present.has(gone.id) && isMissed(gone, after)) next.set(gone.id, null);
  }
  for (const incident of after.incidents) {
    if (isOpen(incident)) next.delete(incident.id);
    else next.set(incident.id, incident);
  }
  return next;
}

/** What is settled after a named event about one incident. */
export function settledAfterEvent(
  settled: SettledIncidents,
  incident: PublicIncident,
  isRemoved: boolean,
): SettledIncidents {
  if (!isRemoved && isOpen(incident)) return settled;
  return new Map(settled).set(incident.id, isRemoved ? null : incident);
}

/** What is settled after another tab told all it heard of; what it sends is read as carefully as a message. */
export function settledAfterAll(
  settled: SettledIncidents,
  entries: readonly [string, unknown][],
  state: StatusState | null,
): SettledIncidents {
  const next = new Map(settled);
  const openIds = new Set(state?.incidents.filter(isOpen).map((incident) => incident.id));
  for (const [id, heard] of entries) {
    const raw = heard === null ? null : identified([heard])?.[0];
    if (raw !== undefined && !openIds.has(id)) next.set(id, raw && toIncident(raw));
  }
  return next;
}

/** Resolved incidents of the page as it was rendered, with what was heard since; newest first. */
export function withSettled(
  history: readonly PublicIncident[],
  settled: SettledIncidents,
  open: readonly PublicIncident[],
): PublicIncident[] {
  const openIds = new Set(open.filter(isOpen).map((incident) => incident.id));
  const heard = [...settled.values()].filter((incident) => incident !== null);
  return [...history.filter((incident) => !settled.has(incident.id)), ...heard]
    .filter((incident) => !openIds.has(incident.id))
    .sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt));
}

/** A state keeps a resolved incident for a day: one that is gone earlier, or was open, was removed. */
function isMissed(gone: PublicIncident, after: StatusState): boolean {
  if (isOpen(gone) || !gone.resolvedAt) return true;
  return Date.parse(after.updatedAt) - Date.parse(gone.resolvedAt) < shownAfterResolveMs;
}
