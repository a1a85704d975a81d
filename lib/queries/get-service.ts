import { lastKnownSnapshot } from '@/lib/cache/snapshot-cache';
import type { HistoryEntry } from '@/lib/contracts/history';
import type { PublicMaintenance, PublicService, StatusSnapshot } from '@/lib/contracts/live-state';
import { toPublicService } from '@/lib/contracts/to-public';
import type { Uptime, UptimePeriod } from '@/lib/contracts/uptime';
import { serviceRepository } from '@/lib/database/service-repository';
import { isUnavailable, orUnavailable } from '@/lib/database/unavailable';
import { getStatusSnapshot } from './get-status-snapshot';
import { getUptime } from './get-uptime';
import { readPeriods } from './get-uptime-of-service';
import { turnHistory } from './turn-history';

export type ServiceView = {
  page: StatusSnapshot['page'];
  service: PublicService;
  /** The newest revision that what is told was read at. */
  revision: number;
  /** Of this service alone; null where its uptime is not shown or not known. */
  uptime: Uptime | null;
  periods: UptimePeriod[];
  /** Under way and to come. */
  maintenances: PublicMaintenance[];
  /** Incidents and work that has begun, newest first; `older` is the place to go on from, null where there is no more. */
  history: { entries: HistoryEntry[]; older: string | null };
  serviceNames: Record<string, string>;
};

/**
 * One service for its own page; null where there is none or it is archived. While Postgres can't be asked it answers
 * from what was last known, and throws Unavailable for a service that is not in it.
 */
export async function getService(slug: string): Promise<ServiceView | null> {
  try {
    return await orUnavailable(() => read(slug));
  } catch (error) {
    const known = isUnavailable(error) && (await fromSnapshot(slug));
    if (known) return known;
    throw error;
  }
}

async function read(slug: string): Promise<ServiceView | null> {
  const service = (await serviceRepository.list()).find((one) => one.slug === slug);
  if (!service || service.archivedAt) return null;
  const snapshot = await getStatusSnapshot();
  const group = service.groupId ? await serviceRepository.findGroup(service.groupId) : null;
  const filter = { serviceId: service.id, words: null, impact: null, kind: null };
  return {
    ...known(snapshot, service.id),
    service: toPublicService(service, group ?? undefined),
    uptime: only(await getUptime(), service.id),
    periods: service.showcase ? await readPeriods(service, snapshot.page.timeZone, Date.now()) : [],
    history: await turnHistory(filter, null),
  };
}

async function fromSnapshot(slug: string): Promise<ServiceView | null> {
  const snapshot = lastKnownSnapshot();
  const service = snapshot?.state.services.find((one) => one.slug === slug);
  if (!snapshot || !service) return null;
  const { state, history } = snapshot;
  const incidents = new Map([...state.incidents, ...history].map((incident) => [incident.id, incident]));
  const entries = [...incidents.values()]
    .filter(({ services }) => services.some(({ id }) => id === service.id))
    .sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt))
    .map((incident): HistoryEntry => ({ kind: 'incident', incident }));
  return {
    ...known(snapshot, service.id),
    service,
    uptime: only(await getUptime(), service.id),
    periods: [],
    history: { entries, older: null },
  };
}

function known({ page, state, serviceNames }: StatusSnapshot, serviceId: string) {
  const maintenances = state.maintenances.filter(({ services }) =>
    services.some(({ id }) => id === serviceId),
  );
  return { page, revision: state.revision, maintenances, serviceNames };
}

function only(uptime: Uptime | null, serviceId: string): Uptime | null {
  const its = uptime?.services[serviceId];
  return uptime && its ? { ...uptime, services: { [serviceId]: its }, groups: {} } : null;
}
