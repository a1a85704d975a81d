import type { PostMortemInput } from '@/lib/contracts/incident-input';
import { commitChange } from '@/lib/database/change';
import { incidentRepository } from '@/lib/database/incident-repository';
import type { Actor } from '@/lib/domain/actor';
import type { Incident } from '@/lib/domain/incident';
import { withPostMortem } from '@/lib/domain/post-mortem';
import { incidentNews, requireIncident } from './incident-news';
import { requireResponder } from './require-role';

/**
 * Writes, publishes, withdraws or deletes what is to be said of an incident after it: what is left out stays, and a
 * body of null deletes. Once it is published, another body shows at once. Refuses to publish nothing, and while
 * the incident is open.
 */
export async function editPostMortem(
  actor: Actor,
  incidentId: string,
  input: PostMortemInput,
): Promise<Incident> {
  requireResponder(actor);
  return commitChange(actor, async (turn) => {
    const before = await requireIncident(turn, incidentId);
    const after = withPostMortem(before, input, turn.at);
    await incidentRepository.save(turn.tx, before, after);
    return {
      result: after,
      news: incidentNews('incident.updated', after),
      audit: {
        action: 'incident.post-mortem-edited',
        subjectKind: 'incident',
        subjectId: after.id,
        before,
        after,
      },
    };
  });
}
