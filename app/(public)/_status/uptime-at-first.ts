import type { PublicService } from '@/lib/contracts/live-state';
import type { Uptime } from '@/lib/contracts/uptime';
import { serviceSections, startsOpen } from './service-groups';

/** What of uptime a page shows before anybody unfolds a group. The rest is asked for when somebody does. */
export function uptimeAtFirst(uptime: Uptime | null, services: readonly PublicService[]): Uptime | null {
  const open = serviceSections(services).filter(
    (section) => section.name === null || startsOpen(section, services.length),
  );
  const ids = open.flatMap((section) => section.services.map(({ id }) => id));
  if (!uptime || ids.length === services.length) return uptime;
  const shown = ids.flatMap((id) => (uptime.services[id] ? [[id, uptime.services[id]] as const] : []));
  return { ...uptime, services: Object.fromEntries(shown), isPartial: true };
}
