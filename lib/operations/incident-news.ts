import type { LiveEventName, LiveEventPayload } from '@/lib/contracts/live-event';
import { toPublicIncident } from '@/lib/contracts/to-public';
import type { Turn } from '@/lib/database/change';
import { incidentRepository } from '@/lib/database/incident-repository';
import { type Incident, isOpen } from '@/lib/domain/incident';
import { Refusal } from '@/lib/domain/refusal';
import { publicUrl } from '@/lib/public-url';

type IncidentEventName = Extract<LiveEventName, `incident.${string}`>;

/** The news of a change to an incident, as the log and the stream carry it. */
export function incidentNews(
  name: IncidentEventName,
  incident: Incident,
): { name: LiveEventName; payload: LiveEventPayload } {
  return { name, payload: { incident: toPublicIncident(incident, publicUrl(`/incidents/${incident.id}`)) } };
}

/** The event's name for an incident that stays: resolved when this change closed it. */
export function changeName(before: Incident, after: Incident): IncidentEventName {
  return isOpen(before) && !isOpen(after) ? 'incident.resolved' : 'incident.updated';
}

/** Reads the incident inside its turn, or refuses. */
export async function requireIncident({ tx }: Turn, id: string): Promise<Incident> {
  const incident = await incidentRepository.find(id, tx);
  if (!incident) throw new Refusal('not_found', 'There is no such incident. It may have been deleted.');
  return incident;
}
