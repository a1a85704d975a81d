import { type ServiceEvent, serviceEvent } from '@/lib/contracts/uptime';
import { serviceRepository } from '@/lib/database/service-repository';
import { orUnavailable } from '@/lib/database/unavailable';
import { readServiceEvents, type ServiceEventRow } from '@/lib/database/uptime-events';

/** As long as the bars. */
const recentMs = 90 * 86_400_000;
const mostRecent = 200;

/**
 * What concerned a service in the last 90 days, the latest first, for whoever looks at a day of its bars; null where
 * visitors see no such service. Throws Unavailable.
 */
export async function getServiceEvents(serviceId: string): Promise<ServiceEvent[] | null> {
  return orUnavailable(async () => {
    const service = await serviceRepository.find(serviceId);
    if (!service || service.archivedAt) return null;
    const since = new Date(Date.now() - recentMs);
    return (await readServiceEvents(serviceId, { since, limit: mostRecent })).map(toServiceEvent);
  });
}

/** An event as visitors' programs read it. */
export function toServiceEvent({ startedAt, endedAt, ...row }: ServiceEventRow): ServiceEvent {
  const times = { startedAt: startedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null };
  return serviceEvent.parse({ ...row, ...times });
}
