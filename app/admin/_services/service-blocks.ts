import type { Service, ServiceGroup } from '@/lib/domain/service';

/** A group with its services, or one service that stands on its own. */
export type ServiceBlock = { group: ServiceGroup | null; services: Service[] };

/** The page's blocks in its order, without archived services; groups that are empty too. `services` come in page order. */
export function serviceBlocks(groups: readonly ServiceGroup[], services: readonly Service[]): ServiceBlock[] {
  const shown = services.filter((service) => service.archivedAt === null);
  const known = new Set(groups.map((group) => group.id));
  const blocks = [
    ...groups.map((group) => ({
      position: group.position,
      block: { group, services: shown.filter((service) => service.groupId === group.id) } as ServiceBlock,
    })),
    ...shown
      .filter((service) => service.groupId === null || !known.has(service.groupId))
      .map((service) => ({
        position: service.position,
        block: { group: null, services: [service] } as ServiceBlock,
      })),
  ];
  return blocks.toSorted((a, b) => a.position - b.position).map(({ block }) => block);
}

/** The same with neighbours that stand on their own put together, for reading. */
export function readableBlocks(blocks: readonly ServiceBlock[]): ServiceBlock[] {
  const joined: ServiceBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last && last.group === null && block.group === null) last.services.push(...block.services);
    else joined.push({ ...block, services: [...block.services] });
  }
  return joined.filter((block) => block.services.length > 0);
}
