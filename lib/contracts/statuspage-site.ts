import { inPageOrder, type Service, type ServiceGroup } from '@/lib/domain/service';

export type StatuspagePageSource = { id: string; name: string; timeZone: string; updatedAt: Date };

/** Everything around an incident or a service that Statuspage's shapes repeat inside them. */
export type StatuspageSite = {
  page: StatuspagePageSource;
  /** Absolute, without a slash at its end. */
  origin: string;
  /** In the order of the page, archived ones too: old updates name them. */
  services: readonly Service[];
  groups: readonly ServiceGroup[];
  serviceById: ReadonlyMap<string, Service>;
  /** Where each service stands in that order. */
  placeById: ReadonlyMap<string, number>;
  groupById: ReadonlyMap<string, ServiceGroup>;
};

/** Puts the rows of an installation in order, once for any number of incidents and components. */
export function toStatuspageSite(given: {
  page: StatuspagePageSource;
  origin: string;
  services: readonly Service[];
  groups: readonly ServiceGroup[];
}): StatuspageSite {
  const services = inPageOrder(given.services, given.groups);
  return {
    ...given,
    services,
    serviceById: new Map(services.map((service) => [service.id, service])),
    placeById: new Map(services.map((service, place) => [service.id, place])),
    groupById: new Map(given.groups.map((group) => [group.id, group])),
  };
}
