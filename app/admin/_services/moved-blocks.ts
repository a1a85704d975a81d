import type { ReorderInput } from '@/lib/contracts/service-input';
import type { ServiceBlock } from './service-blocks';

/** What is moved by one place, and where to. */
export type Move = { kind: 'group' | 'service'; id: string; direction: 'up' | 'down' };

/** The page's order after one thing changed places with its neighbour; the same order when it has none. */
export function movedBlocks(blocks: readonly ServiceBlock[], move: Move): ReorderInput {
  const order = blocks.map(({ group, services }) => ({
    groupId: group?.id ?? null,
    serviceIds: services.map((service) => service.id),
  }));
  const step = move.direction === 'up' ? -1 : 1;
  const home = order.find(({ groupId, serviceIds }) => groupId !== null && serviceIds.includes(move.id));
  if (move.kind === 'service' && home) {
    swap(home.serviceIds, home.serviceIds.indexOf(move.id), step);
  } else {
    const at = order.findIndex(({ groupId, serviceIds }) =>
      move.kind === 'group' ? groupId === move.id : groupId === null && serviceIds.includes(move.id),
    );
    swap(order, at, step);
  }
  return order;
}

function swap<T>(list: T[], from: number, step: number): void {
  const [a, b] = [list[from], list[from + step]];
  if (a === undefined || b === undefined) return;
  list[from] = b;
  list[from + step] = a;
}
