import {
  type ServiceEvent,
  type ServiceRecord,
  serviceEvent,
  type UptimePeriod,
} from '@/lib/contracts/uptime';
import { pageRepository } from '@/lib/database/page-repository';
import { serviceRepository } from '@/lib/database/service-repository';
import { orUnavailable } from '@/lib/database/unavailable';
import { readServiceEvents, type ServiceEventRow } from '@/lib/database/uptime-events';
import type { UptimeSubject } from '@/lib/database/uptime-history';
import { readDailyTallies } from '@/lib/database/uptime-repository';
import { localDay, localDays } from '@/lib/domain/uptime/local-day';
import { summed } from '@/lib/domain/uptime/tally';
import { uptimePercent, uptimePeriods } from '@/lib/domain/uptime/uptime';

/** As long as the bars. */
const recentMs = 90 * 86_400_000;
const mostRecent = 200;

/**
 * The uptime of one service, and what concerned it of late, for whoever looks closer; null where visitors see no such
 * service. A service that does not show its uptime has no periods. Throws Unavailable.
 */
export async function getUptimeOfService(serviceId: string): Promise<ServiceRecord | null> {
  return orUnavailable(async () => {
    // Found among all: what is asked for may be text that Postgres does not take.
    const service = (await serviceRepository.list()).find(({ id }) => id === serviceId);
    if (!service || service.archivedAt) return null;
    const now = Date.now();
    const { timeZone } = await pageRepository.get();
    const since = new Date(now - recentMs);
    const events = await readServiceEvents(serviceId, { since, limit: mostRecent });
    return {
      periods: service.showcase ? await readPeriods(service, timeZone, now) : [],
      events: events.map(toServiceEvent),
    };
  });
}

/** A service's uptime over every period that ends now. */
export async function readPeriods(
  service: UptimeSubject,
  timeZone: string,
  now: number,
): Promise<UptimePeriod[]> {
  const longest = Math.max(...uptimePeriods);
  const days = localDays(localDay(now, timeZone), longest, timeZone);
  const tallies = (await readDailyTallies([service], { days, timeZone, now })).get(service.id) ?? [];
  return uptimePeriods.map((count) => ({
    days: count,
    percent: uptimePercent(summed(tallies.slice(-count))),
  }));
}

function toServiceEvent({ startedAt, endedAt, ...row }: ServiceEventRow): ServiceEvent {
  const times = { startedAt: startedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null };
  return serviceEvent.parse({ ...row, ...times });
}
