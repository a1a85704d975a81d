import { type ServiceStatus, serviceStatuses } from '../service-status';

/** A status that holds from one instant up to another, in ms since 1970. */
export type Span = { status: ServiceStatus; from: number; to: number };

export type StatusChange = { status: ServiceStatus; at: Date };

/** From when to when something lasts. */
export type TimeRange = { from: Date; to: Date };

/** Planned work takes its time out of the account, whatever else is said of the service meanwhile. */
const plannedWorkWins = [
  ...serviceStatuses.filter((status) => status !== 'under_maintenance'),
  'under_maintenance',
] as const;

/**
 * Lays spans over each other, so that every moment counts once: of several that hold the worst one does, or the
 * last in another `order`. The result is sorted, without overlaps, and the same whatever order the spans come in.
 */
export function mergedSpans(
  spans: readonly Span[],
  order: readonly ServiceStatus[] = serviceStatuses,
): Span[] {
  const edges = spans
    .filter(({ from, to }) => from < to)
    .flatMap(({ status, from, to }) => [
      { status, at: from, by: 1 },
      { status, at: to, by: -1 },
    ])
    .sort((a, b) => a.at - b.at);
  const open = new Map<ServiceStatus, number>();
  const merged: Span[] = [];
  for (const [index, { status, at, by }] of edges.entries()) {
    open.set(status, (open.get(status) ?? 0) + by);
    const until = edges[index + 1]?.at ?? at;
    const held = order.findLast((one) => (open.get(one) ?? 0) > 0);
    if (until === at || !held) continue;
    const last = merged.at(-1);
    if (last?.status === held && last.to === at) last.to = until;
    else merged.push({ status: held, from: at, to: until });
  }
  return merged;
}

export type StatusHistory = {
  /** Each change of the service's status that matters here, in any order. */
  changes: readonly StatusChange[];
  /** Announced windows of planned work on it; they may overlap. */
  maintenance: readonly TimeRange[];
  /** From when on the service is there at all. */
  knownFrom: Date;
};

/**
 * What held for a service until `until`, moment by moment. Nothing is made up: before its first change, and before
 * it was there, there is no span.
 */
export function historySpans({ changes, maintenance, knownFrom }: StatusHistory, until: number): Span[] {
  // Of two changes in the same moment the worse one holds.
  const inOrder = changes.toSorted(
    (a, b) =>
      a.at.getTime() - b.at.getTime() ||
      serviceStatuses.indexOf(a.status) - serviceStatuses.indexOf(b.status),
  );
  const since = Math.max(inOrder[0]?.at.getTime() ?? until, knownFrom.getTime());
  const within = (status: ServiceStatus, from: number, to: number) => ({
    status,
    from: Math.max(from, since),
    to: Math.min(to, until),
  });
  const held = inOrder.map(({ status, at }, index) =>
    within(status, at.getTime(), inOrder[index + 1]?.at.getTime() ?? until),
  );
  const planned = maintenance.map(({ from, to }) =>
    within('under_maintenance', from.getTime(), to.getTime()),
  );
  return mergedSpans([...held, ...planned], plannedWorkWins);
}
