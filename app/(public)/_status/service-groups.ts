import type { PublicService } from '@/lib/contracts/live-state';

/** Services that stand together: a named group, or a run of services in none. */
export type ServiceSection = { id: string; name: string | null; services: PublicService[] };

/** Services in the order of the page, cut into sections where the group changes. */
export function serviceSections(services: readonly PublicService[]): ServiceSection[] {
  const sections = new Map<string, ServiceSection>();
  for (const service of services) {
    const id = service.groupId ?? 'none';
    const section = sections.get(id) ?? { id, name: service.groupId && service.groupName, services: [] };
    section.services.push(service);
    sections.set(id, section);
  }
  return [...sections.values()];
}

const mostOpenRows = 30;

/** Whether a group starts unfolded: always on a small page, else when something in it is not well. */
export function startsOpen(section: ServiceSection, shownServices: number): boolean {
  return (
    shownServices <= mostOpenRows || section.services.some((service) => service.status !== 'operational')
  );
}
