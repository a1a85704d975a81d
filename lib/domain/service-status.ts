/** From best to worst; the order decides which of several words holds. */
export const serviceStatuses = [
  'operational',
  'under_maintenance',
  'degraded_performance',
  'partial_outage',
  'major_outage',
] as const;

export type ServiceStatus = (typeof serviceStatuses)[number];

/** Whether `a` is worse than `b`. */
export function isWorse(a: ServiceStatus, b: ServiceStatus): boolean {
  return serviceStatuses.indexOf(a) > serviceStatuses.indexOf(b);
}

/** The worst of the given statuses; operational when there are none. */
export function worstStatus(statuses: Iterable<ServiceStatus>): ServiceStatus {
  let worst: ServiceStatus = 'operational';
  for (const status of statuses) if (isWorse(status, worst)) worst = status;
  return worst;
}

/** What is known of one service: the last word on the service itself, and what open incidents and work do to it. */
export type ServiceCondition = {
  ownStatus: ServiceStatus;
  incidentStatuses: ServiceStatus[];
  isUnderMaintenance: boolean;
};

/** The status visitors see: the worst of everything that holds at the same time. */
export function effectiveStatus(condition: ServiceCondition): ServiceStatus {
  return worstStatus([
    condition.ownStatus,
    ...condition.incidentStatuses,
    ...(condition.isUnderMaintenance ? (['under_maintenance'] as const) : []),
  ]);
}

/**
 * What an incident may still say of a service after a person set the service to `word` by hand:
 * a person's newer word lifts a worse one, and never worsens what an incident said.
 */
export function liftedTo(word: ServiceStatus, said: ServiceStatus): ServiceStatus {
  return isWorse(said, word) ? word : said;
}
