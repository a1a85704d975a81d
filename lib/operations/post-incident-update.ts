import type { PostIncidentUpdateInput } from '@/lib/contracts/incident-input';
import { commitChange, type Turn } from '@/lib/database/change';
import { newId } from '@/lib/database/ids';
import { incidentRepository } from '@/lib/database/incident-repository';
import { serviceRepository } from '@/lib/database/service-repository';
import type { Actor } from '@/lib/domain/actor';
import { edited, type Incident, type NamedService, withUpdate } from '@/lib/domain/incident';
import { isWorse } from '@/lib/domain/service-status';
import { changeName, incidentNews, requireIncident } from './incident-news';
import { requireResponder } from './require-role';
import { requireServices } from './require-services';
import { settleStatuses } from './settle-statuses';

/**
 * Posts an update to an open incident: its status, its words, how hard services are hit now; the title and
 * impact too, when given. Resolving ends its hold on its services: each falls back to what else holds for it.
 */
export async function postIncidentUpdate(
  actor: Actor,
  incidentId: string,
  input: PostIncidentUpdateInput,
): Promise<Incident> {
  requireResponder(actor);
  return commitChange(actor, async (turn) => {
    const before = await requireIncident(turn, incidentId);
    const statusBefore = await requireServices(turn.tx, input.services, before.services);
    const { body, services, status = before.status } = input;
    const update = { id: newId(), status, body, services, statusBefore, at: turn.at };
    const after = withUpdate(edited(before, input), update);
    await incidentRepository.save(turn.tx, before, after);
    await liftOwnStatuses(turn, services);
    await settleStatuses(
      turn,
      after.services.map((service) => service.id),
    );
    return {
      result: after,
      news: incidentNews(changeName(before, after), after),
      audit: {
        action: 'incident.update-posted',
        subjectKind: 'incident',
        subjectId: after.id,
        before,
        after,
      },
    };
  });
}

/** An update that calls a service better than it was set by hand is the newer word of a person. */
async function liftOwnStatuses({ tx }: Turn, said: readonly NamedService[]): Promise<void> {
  for (const { id, status } of said) {
    const service = await serviceRepository.find(id, tx);
    if (service && status && isWorse(service.ownStatus, status)) {
      await serviceRepository.save(tx, { ...service, ownStatus: status });
    }
  }
}
