import { commitChange } from '@/lib/database/change';
import { incidentRepository } from '@/lib/database/incident-repository';
import type { Actor } from '@/lib/domain/actor';
import type { Incident } from '@/lib/domain/incident';
import { incidentNews, requireIncident } from './incident-news';
import { requireResponder } from './require-role';
import { settleStatuses } from './settle-statuses';

/** Deletes an incident and its hold on services. The audit log keeps what it said. Answers what was deleted. */
export async function removeIncident(actor: Actor, incidentId: string): Promise<Incident> {
  requireResponder(actor);
  return commitChange(actor, async (turn) => {
    const incident = await requireIncident(turn, incidentId);
    await incidentRepository.remove(turn.tx, incidentId);
    await settleStatuses(
      turn,
      incident.services.map((service) => service.id),
    );
    return {
      result: incident,
      news: incidentNews('incident.removed', incident),
      audit: { action: 'incident.deleted', subjectKind: 'incident', subjectId: incidentId, before: incident },
    };
  });
}
