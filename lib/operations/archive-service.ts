import { commitChange } from '@/lib/database/change';
import { serviceRepository } from '@/lib/database/service-repository';
import type { Actor } from '@/lib/domain/actor';
import { Refusal } from '@/lib/domain/refusal';
import type { Service } from '@/lib/domain/service';
import { requireManager } from './require-role';
import { requireService, serviceNews } from './service-news';

/** Takes a service off the page; its history stays, and it can be brought back. */
export async function archiveService(actor: Actor, serviceId: string): Promise<Service> {
  requireManager(actor);
  return commitChange(actor, async (turn) => {
    const before = await requireService(turn, serviceId);
    if (before.archivedAt) throw new Refusal('invalid', 'This service is archived already.');
    const after: Service = { ...before, archivedAt: turn.at, updatedAt: turn.at };
    await serviceRepository.save(turn.tx, after);
    return {
      result: after,
      news: await serviceNews(turn, 'service.removed', after),
      audit: { action: 'service.archived', subjectKind: 'service', subjectId: serviceId, before, after },
    };
  });
}
