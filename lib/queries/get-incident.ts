import { lastKnownSnapshot } from '@/lib/cache/snapshot-cache';
import { id as idInput } from '@/lib/contracts/incident-input';
import type { PublicIncident, StatusSnapshot } from '@/lib/contracts/live-state';
import { toPublicIncident } from '@/lib/contracts/to-public';
import { incidentRepository } from '@/lib/database/incident-repository';
import { pageRepository } from '@/lib/database/page-repository';
import { serviceRepository } from '@/lib/database/service-repository';
import { isUnavailable, orUnavailable } from '@/lib/database/unavailable';
import { publicUrl } from '@/lib/public-url';
import { serviceNames } from './build-status-snapshot';

export type IncidentView = {
  page: StatusSnapshot['page'];
  incident: PublicIncident;
  /** What went wrong and what follows from it, once it is published; Markdown. */
  postMortem: { body: string; publishedAt: string } | null;
  serviceNames: Record<string, string>;
};

/**
 * One incident for its own page; null when there is none. While Postgres can't be asked it answers from the
 * last known snapshot, and throws Unavailable for an incident that is not in it.
 */
export async function getIncident(id: string): Promise<IncidentView | null> {
  // What can't be an id the database is not asked for: it has no answer to some of it.
  if (!idInput.safeParse(id).success) return null;
  try {
    return await orUnavailable(() => read(id));
  } catch (error) {
    const known = isUnavailable(error) && fromSnapshot(id);
    if (known) return known;
    throw error;
  }
}

async function read(id: string): Promise<IncidentView | null> {
  const incident = await incidentRepository.find(id);
  if (!incident) return null;
  const { id: pageId, name, timeZone } = await pageRepository.get();
  return {
    page: { id: pageId, name, timeZone },
    incident: toPublicIncident(incident, publicUrl(`/incidents/${id}`)),
    postMortem:
      incident.postMortem && incident.postMortemAt
        ? { body: incident.postMortem, publishedAt: incident.postMortemAt.toISOString() }
        : null,
    serviceNames: serviceNames(await serviceRepository.list()),
  };
}

function fromSnapshot(id: string): IncidentView | null {
  const snapshot = lastKnownSnapshot();
  const incident = [...(snapshot?.state.incidents ?? []), ...(snapshot?.history ?? [])].find(
    (one) => one.id === id,
  );
  if (!snapshot || !incident) return null;
  return { page: snapshot.page, incident, postMortem: null, serviceNames: snapshot.serviceNames };
}
