import { revisionCache } from '@/lib/cache/revision-cache';
import { mostListed, type StatuspageSource } from '@/lib/contracts/statuspage-bodies';
import { toStatuspageSite } from '@/lib/contracts/statuspage-site';
import { brandingRepository } from '@/lib/database/branding-repository';
import { database, type Transaction } from '@/lib/database/client';
import { currentRevision, type RemovedMaintenance, removedMaintenances } from '@/lib/database/event-log';
import { incidentRepository } from '@/lib/database/incident-repository';
import { maintenanceRepository } from '@/lib/database/maintenance-repository';
import { pageRepository } from '@/lib/database/page-repository';
import { unreachableSince } from '@/lib/database/reachability';
import { serviceRepository } from '@/lib/database/service-repository';
import { isUnavailable, orUnavailable } from '@/lib/database/unavailable';
import type { PageImage } from '@/lib/domain/branding';
import { publicUrl } from '@/lib/public-url';

/** All that other programs are told of the page, as it was at one revision. */
export type StatusRecord = StatuspageSource & {
  revision: number;
  /** Planned work that was called off lately, as it was, newest first. */
  cancelled: RemovedMaintenance[];
  /** The page's own icon, where one was uploaded. */
  icon: PageImage | null;
};

/** `staleSince` is set while Postgres can't be asked and the last known record is answered. */
type KnownRecord = { record: StatusRecord; staleSince: Date | null };

/** How many changes back cancelled work is looked for: what was called off long ago has left every calendar. */
const changesBack = 5_000;

const cache = revisionCache<StatusRecord>('status-record');

/**
 * The open incidents and the newest 50, the unfinished planned work and the latest 50, and everything around them.
 * Read once per revision and then answered from memory; null when nothing is known.
 */
export async function getStatusRecord(): Promise<KnownRecord | null> {
  const down = unreachableSince();
  const known = cache.last();
  // While it is known to be down, nobody waits for it: the live room asks it every few seconds.
  if (down && known) return { record: known, staleSince: down };
  try {
    return { record: await cache.current(currentRevision, readStatusRecord), staleSince: null };
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return known && { record: known, staleSince: unreachableSince() ?? new Date() };
  }
}

async function readStatusRecord(): Promise<StatusRecord> {
  // One repeatable read sees one moment: the rows are exactly those of the revision read with them.
  const read = { isolationLevel: 'RepeatableRead' as const };
  return orUnavailable(() => database().$transaction(readAll, read));
}

async function readAll(tx: Transaction): Promise<StatusRecord> {
  const { value: revision } = await tx.statusRevision.findUniqueOrThrow({ where: { id: 1 } });
  const page = await pageRepository.get(tx);
  const services = await serviceRepository.list(tx);
  const groups = await serviceRepository.listGroups(tx);
  const open = await incidentRepository.list({ state: 'open' }, {}, tx);
  const newest = await incidentRepository.list({ state: 'all' }, { limit: mostListed }, tx);
  const unfinished = await maintenanceRepository.listUnfinished(tx);
  const latest = await maintenanceRepository.listNewest(mostListed, tx);
  const removed = await removedMaintenances(revision - changesBack, mostListed, tx);
  return {
    revision,
    site: toStatuspageSite({ page, origin: publicUrl(''), services, groups }),
    incidents: joined(newest, open, (incident) => incident.startedAt),
    maintenances: joined(latest, unfinished, (maintenance) => maintenance.scheduledStartAt),
    icon: (await brandingRepository.get(tx)).favicon,
    cancelled: removed.filter(({ maintenance }) => maintenance.status !== 'completed'),
  };
}

/** Both lists as one in the order of their times, latest first, each thing once. */
function joined<T extends { id: string }>(a: readonly T[], b: readonly T[], timeOf: (thing: T) => Date): T[] {
  const byId = new Map([...a, ...b].map((thing) => [thing.id, thing]));
  return [...byId.values()].toSorted(
    (x, y) => timeOf(y).getTime() - timeOf(x).getTime() || (x.id < y.id ? 1 : -1),
  );
}
