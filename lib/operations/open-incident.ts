import type { OpenIncidentInput } from '@/lib/contracts/incident-input';
import { commitChange } from '@/lib/database/change';
import { newId } from '@/lib/database/ids';
import { incidentRepository } from '@/lib/database/incident-repository';
import type { Actor } from '@/lib/domain/actor';
import { type Incident, openedIncident } from '@/lib/domain/incident';
import { incidentNews } from './incident-news';
import { requireResponder } from './require-role';
import { requireServices } from './require-services';
import { settleStatuses } from './settle-statuses';

/** Opens an incident, and shows its services as hard hit as it says. Refuses an unknown service and the status resolved. */
export async function openIncident(actor: Actor, input: OpenIncidentInput): Promise<Incident> {
  requireResponder(actor);
  return commitChange(actor, async (turn) => {
    const { tx, at } = turn;
    const statusBefore = await requireServices(tx, input.services);
    const incident = openedIncident({ ...input, id: newId(), updateId: newId(), statusBefore, at });
    await incidentRepository.insert(tx, incident);
    await settleStatuses(
      turn,
      incident.services.map((service) => service.id),
    );
    return {
      result: incident,
      news: incidentNews('incident.created', incident),
      audit: { action: 'incident.opened', subjectKind: 'incident', subjectId: incident.id, after: incident },
    };
  });
}
