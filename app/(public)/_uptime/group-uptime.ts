import type { DisruptedDay, ServiceUptime } from '@/lib/contracts/uptime';
import type { ServiceStatus } from '@/lib/domain/service-status';

const daySeconds = 86_400;

/** A group as if it were one service: its days hold the time of all its services together. */
export function groupUptime(services: readonly ServiceUptime[], percent: number | null): ServiceUptime {
  const known = services.filter(({ since }) => since !== null);
  const starts = known.map(({ since }) => since ?? '').sort();
  const days = new Map<string, DisruptedDay>();
  for (const service of known) {
    for (const { day, seconds } of service.disruptions) {
      const sum = days.get(day) ?? { day, knownSeconds: 0, seconds: {} };
      for (const [status, its] of Object.entries(seconds) as [ServiceStatus, number][]) {
        sum.seconds[status] = (sum.seconds[status] ?? 0) + its;
      }
      days.set(day, sum);
    }
  }
  const disruptions = [...days.values()]
    .map((sum) => ({ ...sum, knownSeconds: knownOn(known, sum.day) }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  return { percent, since: starts[0] ?? null, disruptions };
}

/** How long the services were there on a day. Of one that was well it is not told, so it counts for a whole day. */
function knownOn(services: readonly ServiceUptime[], day: string): number {
  return services
    .filter(({ since }) => since !== null && since <= day)
    .map(({ disruptions }) => disruptions.find((one) => one.day === day)?.knownSeconds ?? daySeconds)
    .reduce((sum, seconds) => sum + seconds, 0);
}
