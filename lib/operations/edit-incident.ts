import type { EditIncidentInput } from '@/lib/contracts/incident-input';
import { commitChange } from '@/lib/database/change';
import { incidentRepository } from '@/lib/database/incident-repository';
import type { Actor } from '@/lib/domain/actor';
import { edited, type Incident, laterThan } from '@/lib/domain/incident';
import { Refusal } from '@/lib/domain/refusal';
import { incidentNews, requireIncident } from './incident-news';
import { requireResponder } from './require-role';

/**
 * Changes an incident's title or impact without posting an update, also once it is resolved.
 * Refuses as a conflict when `version` is given and the incident has changed since.
 */
export async function editIncident(
  actor: Actor,
  incidentId: string,
  input: EditIncidentInput,
): Promise<Incident> {
  requireResponder(actor);
  return commitChange(actor, async (turn) => {
    const before = await requireIncident(turn, incidentId);
    if (input.version !== undefined && input.version !== before.version) {
      throw new Refusal('conflict', 'Someone changed this incident while you were editing it.');
    }
    const after = {
      ...edited(before, input),
      version: before.version + 1,
      updatedAt: laterThan(before.updatedAt, turn.at),
    };
    await incidentRepository.save(turn.tx, before, after);
    return {
      result: after,
      news: incidentNews('incident.updated', after),
      audit: { action: 'incident.edited', subjectKind: 'incident', subjectId: after.id, before, after },
    };
  });
}
