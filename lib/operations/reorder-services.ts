import type { ReorderInput } from '@/lib/contracts/service-input';
import { commitChange } from '@/lib/database/change';
import { serviceRepository } from '@/lib/database/service-repository';
import type { Actor } from '@/lib/domain/actor';
import { Refusal } from '@/lib/domain/refusal';
import { requireManager } from './require-role';
import { pageNews } from './service-news';

/**
 * Lays the page out in the given order. Refuses as a conflict unless it names every group and every service
 * on the page exactly once: someone else added or archived one meanwhile.
 */
export async function reorderServices(actor: Actor, input: ReorderInput): Promise<void> {
  requireManager(actor);
  await commitChange(actor, async (turn) => {
    const { tx, at } = turn;
    const services = (await serviceRepository.list(tx)).filter((service) => service.archivedAt === null);
    const groups = await serviceRepository.listGroups(tx);
    const namedGroups = input.flatMap((block) => block.groupId ?? []);
    const namedServices = input.flatMap((block) => block.serviceIds);
    requireSame(namedGroups, groups);
    requireSame(namedServices, services);
    const serviceById = new Map(services.map((service) => [service.id, service]));
    const groupById = new Map(groups.map((group) => [group.id, group]));
    let place = 0;
    for (const { groupId, serviceIds } of input) {
      const group = groupId && groupById.get(groupId);
      if (group) {
        place += 1;
        if (group.position !== place)
          await serviceRepository.saveGroup(tx, { ...group, position: place, updatedAt: at });
      }
      for (const [index, id] of serviceIds.entries()) {
        if (!group) place += 1;
        const position = group ? index + 1 : place;
        const service = serviceById.get(id);
        if (!service || (service.position === position && service.groupId === groupId)) continue;
        await serviceRepository.save(tx, { ...service, groupId, position, updatedAt: at });
      }
    }
    return {
      result: undefined,
      news: await pageNews(turn),
      audit: { action: 'page.reordered', subjectKind: 'page', subjectId: 'page', after: input },
    };
  });
}

function requireSame(named: readonly string[], existing: readonly { id: string }[]): void {
  const left = new Set(existing.map(({ id }) => id));
  const allKnown = named.every((id) => left.delete(id));
  if (allKnown && left.size === 0) return;
  throw new Refusal('conflict', 'The page changed while you were reordering it. Nothing was moved.');
}
