import type { ServiceStatus } from './service-status';

export type ServiceGroup = {
  id: string;
  name: string;
  description: string | null;
  position: number;
  createdAt: Date;
  updatedAt: Date;
};

export type Service = {
  id: string;
  name: string;
  slug: string;
  description: string | null;
  groupId: string | null;
  position: number;
  status: ServiceStatus;
  ownStatus: ServiceStatus;
  showcase: boolean;
  onlyShowIfDegraded: boolean;
  /** YYYY-MM-DD; null when the team does not say. */
  startDate: string | null;
  archivedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
};

/** Whether visitors see the service: not archived, and not hidden for being well. */
export function isShown(service: Pick<Service, 'archivedAt' | 'onlyShowIfDegraded' | 'status'>): boolean {
  return service.archivedAt === null && !(service.onlyShowIfDegraded && service.status === 'operational');
}

/** `Payments API` → `payments-api`: lower case, ASCII, words joined by `-`; empty when nothing is left. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}

/** Groups and services without a group share one order on the page; a group's services follow their own. */
export function inPageOrder(services: readonly Service[], groups: readonly ServiceGroup[]): Service[] {
  const place = new Map(groups.map((group) => [group.id, group.position]));
  const groupOf = (service: Service) => service.groupId ?? '';
  const outer = (service: Service) => place.get(groupOf(service)) ?? service.position;
  return services.toSorted(
    (a, b) =>
      outer(a) - outer(b) ||
      groupOf(a).localeCompare(groupOf(b)) ||
      a.position - b.position ||
      a.id.localeCompare(b.id),
  );
}
