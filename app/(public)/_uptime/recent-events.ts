import type { ServiceEvent } from '@/lib/contracts/uptime';

/** Long enough for someone who looks along the bars, short enough to follow what is published. */
const keptMs = 60_000;

type Kept = { askedAt: number; events: Promise<ServiceEvent[]> };
const kept = new Map<string, Kept>();

/** What concerned these services in the last 90 days, each thing once; what can't be had is left out. */
export async function recentEvents(serviceIds: readonly string[]): Promise<ServiceEvent[]> {
  const all = await Promise.all(serviceIds.map(eventsOf));
  return [...new Map(all.flat().map((event) => [event.id, event])).values()];
}

function eventsOf(serviceId: string): Promise<ServiceEvent[]> {
  const known = kept.get(serviceId);
  if (known && Date.now() - known.askedAt < keptMs) return known.events;
  const events = ask(serviceId).catch(() => {
    kept.delete(serviceId);
    return [];
  });
  kept.set(serviceId, { askedAt: Date.now(), events });
  return events;
}

async function ask(serviceId: string): Promise<ServiceEvent[]> {
  const response = await fetch(`/api/uptime/${encodeURIComponent(serviceId)}`);
  if (!response.ok) throw new Error(`the events of ${serviceId} answered ${response.status}`);
  return (await response.json()).events;
}
