import { serviceStatuses } from '@/lib/domain/service-status';
import type { LocalDay } from '@/lib/domain/uptime/local-day';
import { hardestHit, isDisrupted, knownMs, summed, type Tally } from '@/lib/domain/uptime/tally';
import { uptimePercent } from '@/lib/domain/uptime/uptime';
import type { DisruptedDay, ServiceUptime } from './uptime';

/** A service's days as visitors' programs read them. */
export function toServiceUptime(tallies: readonly Tally[], days: readonly LocalDay[]): ServiceUptime {
  const dayAt = (index: number) => days[index]?.day ?? '';
  const first = tallies.findIndex((tally) => knownMs(tally) > 0);
  return {
    percent: uptimePercent(summed(tallies)),
    since: first < 0 ? null : dayAt(first),
    disruptions: tallies.flatMap((tally, index) => (isDisrupted(tally) ? toDay(tally, dayAt(index)) : [])),
  };
}

/** The days of a group's services as visitors' programs read them. */
export function toGroupUptime(
  services: readonly (readonly Tally[])[],
  days: readonly LocalDay[],
): ServiceUptime {
  const perDay = days.map((_, index) => hardestHit(services.flatMap((tallies) => tallies[index] ?? [])));
  return { ...toServiceUptime(perDay, days), percent: uptimePercent(summed(services.flat())) };
}

function toDay(tally: Tally, day: string): DisruptedDay {
  const held = serviceStatuses.filter((status) => status !== 'operational' && tally[status] > 0);
  return {
    day,
    knownSeconds: toSeconds(knownMs(tally)),
    seconds: Object.fromEntries(held.map((status) => [status, toSeconds(tally[status])])),
  };
}

function toSeconds(ms: number): number {
  return Math.ceil(ms / 1000);
}
