import type { GroupInput } from '@/lib/contracts/service-input';
import { commitChange } from '@/lib/database/change';
import { newId } from '@/lib/database/ids';
import { serviceRepository } from '@/lib/database/service-repository';
import type { Actor } from '@/lib/domain/actor';
import type { ServiceGroup } from '@/lib/domain/service';
import { lastPosition } from './create-service';
import { requireManager } from './require-role';
import { pageNews } from './service-news';

/** Adds an empty group at the end of the page. */
export async function createGroup(actor: Actor, input: GroupInput): Promise<ServiceGroup> {
  requireManager(actor);
  return commitChange(actor, async (turn) => {
    const { tx, at } = turn;
    const position = await lastPosition(turn, null);
    const group: ServiceGroup = { ...input, id: newId(), position, createdAt: at, updatedAt: at };
    await serviceRepository.insertGroup(tx, group);
    return {
      result: group,
      news: await pageNews(turn),
      audit: { action: 'group.created', subjectKind: 'group', subjectId: group.id, after: group },
    };
  });
}
