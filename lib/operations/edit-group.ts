import type { GroupInput } from '@/lib/contracts/service-input';
import { commitChange } from '@/lib/database/change';
import { serviceRepository } from '@/lib/database/service-repository';
import type { Actor } from '@/lib/domain/actor';
import { laterThan } from '@/lib/domain/incident';
import type { ServiceGroup } from '@/lib/domain/service';
import { requireManager } from './require-role';
import { pageNews, requireGroup } from './service-news';

/** Renames or describes a group. */
export async function editGroup(actor: Actor, groupId: string, input: GroupInput): Promise<ServiceGroup> {
  requireManager(actor);
  return commitChange(actor, async (turn) => {
    const before = await requireGroup(turn, groupId, 'not_found');
    const after = { ...before, ...input, updatedAt: laterThan(before.updatedAt, turn.at) };
    await serviceRepository.saveGroup(turn.tx, after);
    return {
      result: after,
      news: await pageNews(turn),
      audit: { action: 'group.edited', subjectKind: 'group', subjectId: groupId, before, after },
    };
  });
}
