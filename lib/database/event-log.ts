import { type LiveEvent, liveEvent } from '@/lib/contracts/live-event';
import type { PublicMaintenance } from '@/lib/contracts/live-state';
import { database, type Transaction } from './client';
import { orUnavailable } from './unavailable';

/**
 * Takes the next revision and with it the one lock that every publish holds until it commits:
 * revisions are ordered by commit, and two admins acting at once wait for each other.
 */
export async function takeRevision(tx: Transaction): Promise<number> {
  const rows = await tx.$queryRaw<{ value: number }[]>`
    update status_revision set value = value + 1 where id = 1 returning value`;
  const revision = rows[0]?.value;
  if (revision === undefined) throw new Error('status_revision holds no row');
  return revision;
}

/** Writes the change of this revision to the log. */
export async function appendEvent(tx: Transaction, event: LiveEvent): Promise<void> {
  const { revision, name, at, payload } = event;
  await tx.statusEvent.create({ data: { revision, name, payload, createdAt: at } });
}

/** The newest committed revision; 0 before the first publish. */
export async function currentRevision(): Promise<number> {
  return orUnavailable(async () => {
    const row = await database().statusRevision.findUnique({ where: { id: 1 } });
    return row?.value ?? 0;
  });
}

/** Up to `limit` events after `revision`, oldest first. */
export async function eventsAfter(revision: number, limit: number): Promise<LiveEvent[]> {
  return orUnavailable(async () => {
    const where = { revision: { gt: revision } };
    const rows = await database().statusEvent.findMany({ where, orderBy: { revision: 'asc' }, take: limit });
    return rows.map(toEvent);
  });
}

/** The newest `limit` events, oldest first. */
export async function latestEvents(limit: number): Promise<LiveEvent[]> {
  return orUnavailable(async () => {
    const rows = await database().statusEvent.findMany({ orderBy: { revision: 'desc' }, take: limit });
    return rows.reverse().map(toEvent);
  });
}

/** The newest `limit` maintenances deleted after `revision`, as they were, each with the change that deleted it. */
export async function removedMaintenances(
  revision: number,
  limit: number,
  tx: Transaction = database(),
): Promise<RemovedMaintenance[]> {
  const where = { name: 'maintenance.removed', revision: { gt: revision } };
  const rows = await tx.statusEvent.findMany({ where, orderBy: { revision: 'desc' }, take: limit });
  return rows
    .map(toEvent)
    .flatMap(({ revision, at, payload }) =>
      'maintenance' in payload ? { revision, at: new Date(at), maintenance: payload.maintenance } : [],
    );
}

export type RemovedMaintenance = { revision: number; at: Date; maintenance: PublicMaintenance };

type EventRow = { revision: number; name: string; payload: unknown; createdAt: Date };

function toEvent({ createdAt, ...row }: EventRow): LiveEvent {
  return liveEvent.parse({ ...row, at: createdAt.toISOString() });
}
