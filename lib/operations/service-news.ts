import type { LiveEventName, LiveEventPayload } from '@/lib/contracts/live-event';
import { toPublicService } from '@/lib/contracts/to-public';
import type { Turn } from '@/lib/database/change';
import { pageRepository } from '@/lib/database/page-repository';
import { serviceRepository } from '@/lib/database/service-repository';
import { Refusal } from '@/lib/domain/refusal';
import type { Service, ServiceGroup } from '@/lib/domain/service';

type News = { name: LiveEventName; payload: LiveEventPayload };

/** The news of a change to a service itself. */
export async function serviceNews(
  { tx }: Turn,
  name: Extract<LiveEventName, `service.${string}`>,
  service: Service,
): Promise<News> {
  const group = service.groupId ? await serviceRepository.findGroup(service.groupId, tx) : null;
  return { name, payload: { service: toPublicService(service, group ?? undefined) } };
}

/** The news that the page is laid out anew: groups and order. */
export async function pageNews({ tx }: Turn): Promise<News> {
  const { id, name } = await pageRepository.get(tx);
  return { name: 'page.updated', payload: { page: { id, name } } };
}

/** Reads the service inside its turn, or refuses. */
export async function requireService({ tx }: Turn, id: string): Promise<Service> {
  const service = await serviceRepository.find(id, tx);
  if (!service) throw new Refusal('not_found', 'There is no such service.');
  return service;
}

/** Reads the group inside its turn, or refuses; an archived group is gone. */
export async function requireGroup(
  { tx }: Turn,
  id: string,
  kind: 'not_found' | 'invalid',
): Promise<ServiceGroup> {
  const group = await serviceRepository.findGroup(id, tx);
  if (!group) throw new Refusal(kind, 'There is no such group.', kind === 'invalid' ? 'groupId' : undefined);
  return group;
}
