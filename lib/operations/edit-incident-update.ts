import type { EditIncidentUpdateInput } from '@/lib/contracts/incident-input';
import { commitChange } from '@/lib/database/change';
import { incidentRepository } from '@/lib/database/incident-repository';
import type { Actor } from '@/lib/domain/actor';
import { type Incident, laterThan } from '@/lib/domain/incident';
import { Refusal } from '@/lib/domain/refusal';
import { incidentNews, requireIncident } from './incident-news';
import { requireResponder } from './require-role';

/**
 * Rewrites the words of one update; its place in the timeline stays.
 * Refuses as a conflict when `seenUpdatedAt` is given and the update has changed since.
 */
export async function editIncidentUpdate(
  actor: Actor,
  incidentId: string,
  updateId: string,
  input: EditIncidentUpdateInput,
): Promise<Incident> {
  requireResponder(actor);
  return commitChange(actor, async (turn) => {
    const before = await requireIncident(turn, incidentId);
    const old = before.updates.find((update) => update.id === updateId);
    if (!old) throw new Refusal('not_found', 'There is no such update. It may have been deleted.');
    if (input.seenUpdatedAt !== undefined && input.seenUpdatedAt !== old.updatedAt.toISOString()) {
      throw new Refusal('conflict', 'Someone changed this update while you were editing it.', 'body');
    }
    const updatedAt = laterThan(before.updatedAt, turn.at);
    const rewritten = { ...old, body: input.body, updatedAt };
    const updates = before.updates.map((update) => (update === old ? rewritten : update));
    const after = { ...before, updates, version: before.version + 1, updatedAt };
    await incidentRepository.save(turn.tx, before, after);
    return {
      result: after,
      news: incidentNews('incident.updated', after),
      audit: {
        action: 'incident.update-edited',
        subjectKind: 'incident',
        subjectId: after.id,
        before,
        after,
      },
    };
  });
}
