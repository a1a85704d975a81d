import { commitChange } from '@/lib/database/change';
import { serviceRepository } from '@/lib/database/service-repository';
import type { Actor } from '@/lib/domain/actor';
import { Refusal } from '@/lib/domain/refusal';
import type { Service } from '@/lib/domain/service';
import { lastPosition } from './create-service';
import { requireManager } from './require-role';
import { requireService, serviceNews } from './service-news';

/** Puts an archived service back on the page, at the end of its group. */
export async function restoreService(actor: Actor, serviceId: string): Promise<Service> {
  requireManager(actor);
  return commitChange(actor, async (turn) => {
    const before = await requireService(turn, serviceId);
    if (!before.archivedAt) throw new Refusal('invalid', 'This service is on the page already.');
    const position = await lastPosition(turn, before.groupId);
    const after: Service = { ...before, archivedAt: null, position, updatedAt: turn.at };
    await serviceRepository.save(turn.tx, after);
    return {
      result: after,
      news: await serviceNews(turn, 'service.created', after),
      audit: { action: 'service.restored', subjectKind: 'service', subjectId: serviceId, before, after },
    };
  });
}
