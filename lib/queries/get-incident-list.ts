import { type IncidentFilter, incidentRepository } from '@/lib/database/incident-repository';
import { orUnavailable } from '@/lib/database/unavailable';
import type { Incident } from '@/lib/domain/incident';

export type IncidentListRequest = Pick<IncidentFilter, 'state' | 'search'> & {
  limit: number;
  offset: number;
};

/** One page of incidents, newest first, and how many match in all. Throws Unavailable. */
export async function getIncidentList({
  limit,
  offset,
  ...filter
}: IncidentListRequest): Promise<{ incidents: Incident[]; total: number }> {
  return orUnavailable(async () => {
    const [incidents, total] = await Promise.all([
      incidentRepository.list(filter, { limit, offset }),
      incidentRepository.count(filter),
    ]);
    return { incidents, total };
  });
}
