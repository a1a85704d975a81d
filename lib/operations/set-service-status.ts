import { commitChange, type Turn } from '@/lib/database/change';
import { incidentRepository } from '@/lib/database/incident-repository';
import { serviceRepository } from '@/lib/database/service-repository';
import type { Actor } from '@/lib/domain/actor';
import { withServiceSetByHand } from '@/lib/domain/incident';
import type { Service } from '@/lib/domain/service';
import type { ServiceStatus } from '@/lib/domain/service-status';
import { requireResponder } from './require-role';
import { requireService, serviceNews } from './service-news';
import { settleStatuses } from './settle-statuses';

/** Sets a service's status by hand. A better word than an open incident's overrides what that incident says of it. */
export async function setServiceStatus(
  actor: Actor,
  serviceId: string,
  status: ServiceStatus,
): Promise<Service> {
  requireResponder(actor);
  return commitChange(actor, async (turn) => {
    const before = await requireService(turn, serviceId);
    const after = await saidByHand(turn, before, status);
    return {
      result: after,
      news: await serviceNews(turn, 'service.updated', after),
      audit: { action: 'service.status-set', subjectKind: 'service', subjectId: serviceId, before, after },
    };
  });
}

/** Writes a person's word on the service itself and settles what visitors see. Answers the service as it is then. */
export async function saidByHand(turn: Turn, service: Service, word: ServiceStatus): Promise<Service> {
  const { tx } = turn;
  await serviceRepository.save(tx, { ...service, ownStatus: word });
  for (const incident of await incidentRepository.list({ state: 'open' }, {}, tx)) {
    const after = withServiceSetByHand(incident, service.id, word);
    if (after !== incident) await incidentRepository.save(tx, incident, after);
  }
  await settleStatuses(turn, [service.id]);
  return requireService(turn, service.id);
}
