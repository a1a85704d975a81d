import { Refusal } from './refusal';
import { liftedTo, type ServiceStatus } from './service-status';

export const incidentStatuses = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
export type IncidentStatus = (typeof incidentStatuses)[number];

export const impacts = ['none', 'minor', 'major', 'critical'] as const;
export type Impact = (typeof impacts)[number];

export type AffectedService = { id: string; status: ServiceStatus };

/** A service that a person names; without a status it is concerned, and shows as it is. */
export type NamedService = { id: string; status?: ServiceStatus | undefined };

export type IncidentUpdate = {
  id: string;
  status: IncidentStatus;
  body: string;
  createdAt: Date;
  updatedAt: Date;
  /** What this update said of services, with what held before. */
  services: (AffectedService & { oldStatus: ServiceStatus })[];
};

export type Incident = {
  id: string;
  title: string;
  status: IncidentStatus;
  impact: Impact;
  impactOverride: Impact | null;
  startedAt: Date;
  monitoringAt: Date | null;
  resolvedAt: Date | null;
  /** What went wrong and what follows from it; a draft until it was published. */
  postMortem: string | null;
  postMortemAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  services: AffectedService[];
  /** Newest first, never empty. */
  updates: IncidentUpdate[];
};

/** Whether the incident still runs. */
export function isOpen(incident: Pick<Incident, 'status'>): boolean {
  return incident.status !== 'resolved';
}

/** Whether any update called a service worse than operational, so that services speak for the incident. */
export function hasHitServices(incident: Pick<Incident, 'updates'>): boolean {
  return incident.updates.some(({ services }) => services.some(({ status }) => status !== 'operational'));
}

/** The impact that follows from how hard services are hit. */
export function impactOf(services: readonly { status: ServiceStatus }[]): Impact {
  const statuses = new Set(services.map((service) => service.status));
  if (statuses.has('major_outage')) return 'critical';
  if (statuses.has('partial_outage')) return 'major';
  return statuses.has('degraded_performance') ? 'minor' : 'none';
}

export type NewIncident = {
  id: string;
  updateId: string;
  title: string;
  status: IncidentStatus;
  impactOverride: Impact | null;
  body: string;
  services: NamedService[];
  /** What visitors saw of each service before. */
  statusBefore: ReadonlyMap<string, ServiceStatus>;
  at: Date;
};

/** A new incident with its first update. Refused in `resolved`: an incident opens while something is wrong. */
export function openedIncident(given: NewIncident): Incident {
  if (given.status === 'resolved') {
    throw new Refusal('invalid', 'An incident opens as investigating, identified or monitoring.', 'status');
  }
  const { at } = given;
  const services = merged([], given.services);
  return {
    id: given.id,
    title: given.title,
    status: given.status,
    impact: given.impactOverride ?? impactOf(services),
    impactOverride: given.impactOverride,
    startedAt: at,
    monitoringAt: given.status === 'monitoring' ? at : null,
    resolvedAt: null,
    postMortem: null,
    postMortemAt: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
    services,
    updates: [updateOf(given, given.updateId, given.status, at)],
  };
}

export type NewUpdate = {
  id: string;
  status: IncidentStatus;
  body: string;
  services: NamedService[];
  statusBefore: ReadonlyMap<string, ServiceStatus>;
  at: Date;
};

/**
 * The incident after `given` was posted to it. An open incident may move to any status, back as well;
 * a resolved one refuses. Without an override the impact grows with the services and does not shrink:
 * it says how bad the incident was.
 */
export function withUpdate(incident: Incident, given: NewUpdate): Incident {
  if (!isOpen(incident)) {
    throw new Refusal(
      'invalid',
      'This incident is resolved and takes no further updates. Open a new one.',
      'status',
    );
  }
  const at = laterThan(incident.updatedAt, given.at);
  const services = merged(incident.services, given.services);
  return {
    ...incident,
    status: given.status,
    impact: incident.impactOverride ?? worseImpact(incident.impact, impactOf(services)),
    monitoringAt: given.status === 'monitoring' ? (incident.monitoringAt ?? at) : incident.monitoringAt,
    resolvedAt: given.status === 'resolved' ? at : null,
    version: incident.version + 1,
    updatedAt: at,
    services,
    updates: [updateOf(given, given.id, given.status, at), ...incident.updates],
  };
}

/** The incident with another title or impact; an impact of null follows the services again. */
export function edited(
  incident: Incident,
  change: { title?: string | undefined; impactOverride?: Impact | null | undefined },
): Incident {
  const { title = incident.title, impactOverride = incident.impactOverride } = change;
  const impact =
    change.impactOverride === undefined ? incident.impact : (impactOverride ?? impactOf(incident.services));
  return { ...incident, title, impactOverride, impact };
}

/** The statuses an incident may take next; none once it is resolved. */
export function nextStatuses(incident: Pick<Incident, 'status'>): readonly IncidentStatus[] {
  return isOpen(incident) ? incidentStatuses : [];
}

/** The incident after a person set one of its services to `word` by hand; the same object when nothing changes. */
export function withServiceSetByHand(incident: Incident, serviceId: string, word: ServiceStatus): Incident {
  const said = incident.services.find((service) => service.id === serviceId);
  if (!said || liftedTo(word, said.status) === said.status) return incident;
  return { ...incident, services: merged(incident.services, [{ id: serviceId, status: word }]) };
}

/** The later of `at` and a millisecond past `before`: readers rely on strictly rising times. */
export function laterThan(before: Date, at: Date): Date {
  return at > before ? at : new Date(before.getTime() + 1);
}

function worseImpact(a: Impact, b: Impact): Impact {
  return impacts.indexOf(a) > impacts.indexOf(b) ? a : b;
}

function merged(old: AffectedService[], said: readonly NamedService[]): AffectedService[] {
  const byId = new Map(old.map((service) => [service.id, service]));
  for (const { id, status = byId.get(id)?.status ?? 'operational' } of said) byId.set(id, { id, status });
  return [...byId.values()];
}

function updateOf(
  given: Pick<NewUpdate, 'body' | 'services' | 'statusBefore'>,
  id: string,
  status: IncidentStatus,
  at: Date,
): IncidentUpdate {
  const services = given.services.flatMap(({ id: serviceId, status: said }) =>
    said
      ? { id: serviceId, status: said, oldStatus: given.statusBefore.get(serviceId) ?? 'operational' }
      : [],
  );
  return { id, status, body: given.body, createdAt: at, updatedAt: at, services };
}
