import { type ServiceStatus, serviceStatuses } from '../service-status';
import { knownMs, type Tally } from './tally';

/** Over how many of the page's days uptime is told, today included. The year is the last 365 of them. */
export const uptimePeriods = [7, 30, 90, 365] as const;

/**
 * How much of its time a status counts as down, in hundredths: the formula that Instatus documents
 * (instatus.com/help/status-page/uptime-colors). Maintenance is no part of the time that is counted.
 */
const downHundredths: Record<ServiceStatus, number> = {
  operational: 0,
  under_maintenance: 0,
  degraded_performance: 0,
  partial_outage: 30,
  major_outage: 100,
};

/**
 * The share of the counted time that was up, in per cent, floored to three digits: 100 means that nothing was down
 * for a single millisecond. Null where no time counts. The uptime of a group is that of its services' summed
 * tallies: their mean, weighted by how long each was there.
 */
export function uptimePercent(tally: Tally): number | null {
  const counted = knownMs(tally) - tally.under_maintenance;
  if (counted === 0) return null;
  const down = serviceStatuses.reduce((sum, status) => sum + downHundredths[status] * tally[status], 0);
  // In whole numbers, because a rounded quotient may reach the 100 that the exact one does not.
  const whole = BigInt(counted) * 100n;
  return Number(((whole - BigInt(down)) * 100_000n) / whole) / 1_000;
}
