import type { PostMortemInput } from '@/lib/contracts/incident-input';
import { commitChange } from '@/lib/database/change';
import { incidentRepository } from '@/lib/database/incident-repository';
import type { Actor } from '@/lib/domain/actor';
import type { Incident } from '@/lib/domain/incident';
import { withPostMortem } from '@/lib/domain/post-mortem';
import { incidentNews, requireIncident } from './incident-news';
import { requireResponder } from './require-role';

/** Publishes what went wrong in a resolved incident, or rewrites what was published; null takes it back. */
export async function publishPostMortem(
  actor: Actor,
  incidentId: string,
  input: PostMortemInput | null,
): Promise<Incident> {
  requireResponder(actor);
  return commitChange(actor, async (turn) => {
    const before = await requireIncident(turn, incidentId);
    const after = withPostMortem(before, input ? input.body : null, turn.at);
    await incidentRepository.save(turn.tx, before, after);
    return {
      result: after,
      news: incidentNews('incident.updated', after),
      audit: {
        action: input ? 'incident.post-mortem-published' : 'incident.post-mortem-withdrawn',
        subjectKind: 'incident',
        subjectId: after.id,
        before,
        after,
      },
    };
  });
}
