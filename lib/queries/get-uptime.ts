import { knownRevision } from '@/lib/cache/snapshot-cache';
import { toGroupUptime, toServiceUptime } from '@/lib/contracts/to-uptime';
import type { Uptime } from '@/lib/contracts/uptime';
import { currentRevision } from '@/lib/database/event-log';
import { pageRepository } from '@/lib/database/page-repository';
import { unreachableSince } from '@/lib/database/reachability';
import { serviceRepository } from '@/lib/database/service-repository';
import { isUnavailable, orUnavailable } from '@/lib/database/unavailable';
import { readDailyTallies } from '@/lib/database/uptime-repository';
import { isShown } from '@/lib/domain/service';
import { localDay, localDays } from '@/lib/domain/uptime/local-day';
import { singleton } from '@/lib/singleton';

/** How many days the bars show. */
const shownDays = 90;
const minuteMs = 60_000;

type Kept = { key: string; reading: Promise<Uptime> | null; last: Uptime | null };
const kept = () => singleton('uptime', (): Kept => ({ key: '', reading: null, last: null }));

/**
 * The last 90 days of every service that visitors see and whose uptime is shown. Read once a minute or revision, for
 * all who ask. While Postgres can't be asked it answers what was last known, or null.
 */
export async function getUptime(): Promise<Uptime | null> {
  const memory = kept();
  if (unreachableSince() && memory.last) return memory.last;
  try {
    const now = Date.now();
    const key = `${knownRevision() || (await currentRevision())} ${Math.floor(now / minuteMs)}`;
    if (memory.key !== key || !memory.reading) {
      memory.key = key;
      memory.reading = orUnavailable(() => readUptime(now));
    }
    memory.last = await memory.reading;
  } catch (error) {
    memory.reading = null;
    if (!isUnavailable(error)) throw error;
  }
  return memory.last;
}

async function readUptime(now: number): Promise<Uptime> {
  const { timeZone } = await pageRepository.get();
  const days = localDays(localDay(now, timeZone), shownDays, timeZone);
  const all = await serviceRepository.list();
  const services = all.filter((service) => service.showcase && service.archivedAt === null);
  const tallies = await readDailyTallies(services, { days, timeZone, now });
  const tallyOf = (id: string) => tallies.get(id) ?? [];
  const groupIds = new Set(services.map(({ groupId }) => groupId).filter((id) => id !== null));
  return {
    timeZone,
    from: days[0]?.day ?? '',
    to: days.at(-1)?.day ?? '',
    services: Object.fromEntries(
      services.filter(isShown).map(({ id }) => [id, toServiceUptime(tallyOf(id), days)]),
    ),
    groups: Object.fromEntries(
      [...groupIds].map((groupId) => {
        const members = services.filter((service) => service.groupId === groupId);
        return [
          groupId,
          toGroupUptime(
            members.map(({ id }) => tallyOf(id)),
            days,
          ),
        ];
      }),
    ),
  };
}
