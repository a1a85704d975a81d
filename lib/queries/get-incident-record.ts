import { incidentRepository } from '@/lib/database/incident-repository';
import { orUnavailable } from '@/lib/database/unavailable';
import type { Incident } from '@/lib/domain/incident';

/** One incident with everything an admin may change; null when there is none. Throws Unavailable. */
export async function getIncidentRecord(id: string): Promise<Incident | null> {
  return orUnavailable(() => incidentRepository.find(id));
}
