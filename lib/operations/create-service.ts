import type { CreateServiceInput } from '@/lib/contracts/service-input';
import { commitChange, type Turn } from '@/lib/database/change';
import { newId } from '@/lib/database/ids';
import { serviceRepository } from '@/lib/database/service-repository';
import type { Actor } from '@/lib/domain/actor';
import { type Service, slugOf } from '@/lib/domain/service';
import { requireManager } from './require-role';
import { requireGroup, serviceNews } from './service-news';

/** Adds a service at the end of its group, or of the page. */
export async function createService(actor: Actor, input: CreateServiceInput): Promise<Service> {
  requireManager(actor);
  return commitChange(actor, async (turn) => {
    const { tx, at, revision } = turn;
    if (input.groupId) await requireGroup(turn, input.groupId, 'invalid');
    const others = await serviceRepository.list(tx);
    const service: Service = {
      ...input,
      id: newId(),
      slug: freeSlug(input.name, new Set(others.map((other) => other.slug))),
      position: await lastPosition(turn, input.groupId),
      ownStatus: input.status,
      archivedAt: null,
      createdAt: at,
      updatedAt: at,
    };
    await serviceRepository.insert(tx, service, revision);
    return {
      result: service,
      news: await serviceNews(turn, 'service.created', service),
      audit: { action: 'service.created', subjectKind: 'service', subjectId: service.id, after: service },
    };
  });
}

/** The position after everything that shares its order: a group's services, or groups and services on their own. */
export async function lastPosition({ tx }: Turn, groupId: string | null): Promise<number> {
  const services = await serviceRepository.list(tx);
  const peers: { position: number }[] = services.filter((service) => service.groupId === groupId);
  if (groupId === null) peers.push(...(await serviceRepository.listGroups(tx)));
  return Math.max(0, ...peers.map((peer) => peer.position)) + 1;
}

/** `api`, or `api-2`, `api-3` … when it is taken: the slug is in addresses, so it is never taken from another. */
function freeSlug(name: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(name) || 'service';
  let free = slug;
  for (let number = 2; taken.has(free); number += 1) free = `${slug}-${number}`;
  return free;
}
