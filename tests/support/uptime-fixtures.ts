import type { DisruptedDay, ServiceUptime, Uptime } from '@/lib/contracts/uptime';

const daySeconds = 86_400;

/** A day on which something happened, with how many minutes of what. */
export function disruptedDay(day: string, minutes: DisruptedDay['seconds']): DisruptedDay {
  const seconds = Object.fromEntries(Object.entries(minutes).map(([status, its]) => [status, its * 60]));
  return { day, knownSeconds: daySeconds, seconds };
}

/** A service that was there all 90 days. */
export function serviceUptime(more: Partial<ServiceUptime> = {}): ServiceUptime {
  return { percent: 100, since: '2026-08-23', disruptions: [], ...more };
}

/** The 90 days up to the fixtures' noon, of these services. */
export function uptimeOf(services: Uptime['services'], more: Partial<Uptime> = {}): Uptime {
  return { timeZone: 'Etc/UTC', from: '2026-08-23', to: '2026-11-20', services, groups: {}, ...more };
}
