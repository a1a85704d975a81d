import type { EditServiceInput } from '@/lib/contracts/service-input';
import { commitChange } from '@/lib/database/change';
import { serviceRepository } from '@/lib/database/service-repository';
import type { Actor } from '@/lib/domain/actor';
import { laterThan } from '@/lib/domain/incident';
import { Refusal } from '@/lib/domain/refusal';
import type { Service } from '@/lib/domain/service';
import { lastPosition } from './create-service';
import { requireManager, requireResponder } from './require-role';
import { requireGroup, requireService, serviceNews } from './service-news';
import { saidByHand } from './set-service-status';

/**
 * Changes a service; what is left out stays, and its slug always does, as addresses hold it.
 * Refuses as a conflict when `seenUpdatedAt` is given and the service has changed since.
 */
export async function editService(
  actor: Actor,
  serviceId: string,
  input: EditServiceInput,
): Promise<Service> {
  const { status, seenUpdatedAt, ...definition } = input;
  requireResponder(actor);
  // Saying how a service does is a responder's job; what it is called and where it stands is not.
  if (Object.values(definition).some((value) => value !== undefined)) requireManager(actor);
  return commitChange(actor, async (turn) => {
    const before = await requireService(turn, serviceId);
    if (seenUpdatedAt !== undefined && seenUpdatedAt !== before.updatedAt.toISOString()) {
      throw new Refusal('conflict', 'Someone changed this service while you were editing it.');
    }
    const groupId = definition.groupId === undefined ? before.groupId : definition.groupId;
    const moves = groupId !== before.groupId;
    if (groupId && moves) await requireGroup(turn, groupId, 'invalid');
    const edited: Service = {
      ...before,
      ...withoutUndefined(definition),
      position: moves ? await lastPosition(turn, groupId) : before.position,
      updatedAt: laterThan(before.updatedAt, turn.at),
    };
    await serviceRepository.save(turn.tx, edited);
    const after = status === undefined ? edited : await saidByHand(turn, edited, status);
    return {
      result: after,
      news: await serviceNews(turn, 'service.updated', after),
      audit: { action: 'service.edited', subjectKind: 'service', subjectId: serviceId, before, after },
    };
  });
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that are given. */
export function withoutUndefined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
