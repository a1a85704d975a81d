import { type ServiceStatus, serviceStatuses } from '../service-status';
import type { LocalDay } from './local-day';
import { historySpans, type StatusHistory } from './status-spans';

/** How many milliseconds each status held. What is not known of is in none of them. */
export type Tally = Record<ServiceStatus, number>;

/** A tally of nothing. */
export function emptyTally(): Tally {
  return {
    operational: 0,
    under_maintenance: 0,
    degraded_performance: 0,
    partial_outage: 0,
    major_outage: 0,
  };
}

/** The sum of tallies, of days or of services. */
export function summed(tallies: Iterable<Tally>): Tally {
  const sum = emptyTally();
  for (const tally of tallies) for (const status of serviceStatuses) sum[status] += tally[status];
  return sum;
}

/**
 * Of several services, how long each status held for the one that it held for longest. What several had one after
 * another is not added up, so that no day becomes longer than it is.
 */
export function hardestHit(tallies: readonly Tally[]): Tally {
  const hardest = emptyTally();
  for (const tally of tallies)
    for (const status of serviceStatuses) hardest[status] = Math.max(hardest[status], tally[status]);
  const known = Math.max(0, ...tallies.map(knownMs));
  return { ...hardest, operational: Math.max(0, known - (knownMs(hardest) - hardest.operational)) };
}

/** How many milliseconds of the time are known, whatever the status. */
export function knownMs(tally: Tally): number {
  return serviceStatuses.reduce((sum, status) => sum + tally[status], 0);
}

/** Whether something other than operational held. */
export function isDisrupted(tally: Tally): boolean {
  return knownMs(tally) > tally.operational;
}

/** What held on each of these days (in order, without gaps) up to `now`. */
export function dailyTallies(history: StatusHistory, days: readonly LocalDay[], now: number): Tally[] {
  const tallies = days.map(emptyTally);
  const until = Math.min(now, days.at(-1)?.to ?? now);
  let first = 0;
  for (const { status, from, to } of historySpans(history, until)) {
    while ((days[first]?.to ?? Number.POSITIVE_INFINITY) <= from) first += 1;
    for (let index = first; index < days.length; index += 1) {
      const day = days[index] as LocalDay;
      if (day.from >= to) break;
      const tally = tallies[index] as Tally;
      tally[status] += Math.max(0, Math.min(to, day.to) - Math.max(from, day.from));
    }
  }
  return tallies;
}
