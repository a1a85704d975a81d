import { commitChange } from '@/lib/database/change';
import { serviceRepository } from '@/lib/database/service-repository';
import type { Actor } from '@/lib/domain/actor';
import type { ServiceGroup } from '@/lib/domain/service';
import { requireManager } from './require-role';
import { pageNews, requireGroup } from './service-news';

/** Takes a group off the page; its services stay, on their own. */
export async function archiveGroup(actor: Actor, groupId: string): Promise<ServiceGroup> {
  requireManager(actor);
  return commitChange(actor, async (turn) => {
    const group = await requireGroup(turn, groupId, 'not_found');
    await serviceRepository.archiveGroup(turn.tx, groupId, turn.at);
    return {
      result: group,
      news: await pageNews(turn),
      audit: { action: 'group.archived', subjectKind: 'group', subjectId: groupId, before: group },
    };
  });
}
