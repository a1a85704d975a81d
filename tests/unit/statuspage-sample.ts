import { toStatuspageSite } from '@/lib/contracts/statuspage-site';
import type { Incident } from '@/lib/domain/incident';
import type { Service, ServiceGroup } from '@/lib/domain/service';

export const at = (time: string) => new Date(`2026-03-01T${time}Z`);

const base = { createdAt: at('08:00:00.000'), updatedAt: at('09:00:00.000') };

/** A service of an invented team, with whatever matters to the test. */
export function service(given: Partial<Service> & { id: string }): Service {
  return {
    name: given.id.toUpperCase(),
    slug: given.id,
    description: null,
    groupId: null,
    position: 1,
    status: 'operational',
    ownStatus: 'operational',
    showcase: true,
    onlyShowIfDegraded: false,
    startDate: null,
    archivedAt: null,
    ...base,
    ...given,
  };
}

export const group: ServiceGroup = { id: 'shop', name: 'Shop', description: 'Buying', position: 2, ...base };

export const services = [
  service({ id: 'mail', position: 3, startDate: '2025-12-24' }),
  service({
    id: 'cart',
    position: 2,
    groupId: 'shop',
    status: 'partial_outage',
    updatedAt: at('09:30:00.000'),
  }),
  service({ id: 'search', position: 1, groupId: 'shop', description: 'Finding' }),
  service({ id: 'web', position: 1 }),
  service({
    id: 'fax',
    position: 4,
    archivedAt: at('08:30:00.000'),
    status: 'major_outage',
    groupId: 'shop',
  }),
  service({ id: 'lost', position: 5, groupId: 'gone' }),
];

export const incident: Incident = {
  id: 'inc1',
  title: 'Carts are slow',
  status: 'resolved',
  impact: 'major',
  impactOverride: null,
  startedAt: at('09:00:00.000'),
  monitoringAt: null,
  resolvedAt: at('09:40:00.000'),
  postMortem: null,
  postMortemAt: null,
  version: 2,
  createdAt: at('09:00:00.000'),
  updatedAt: at('09:40:00.000'),
  services: [
    { id: 'fax', status: 'major_outage' },
    { id: 'cart', status: 'partial_outage' },
    { id: 'web', status: 'operational' },
  ],
  updates: [
    {
      id: 'upd2',
      status: 'resolved',
      body: 'Over.',
      createdAt: at('09:40:00.000'),
      updatedAt: at('09:40:00.000'),
      services: [],
    },
    {
      id: 'upd1',
      status: 'investigating',
      body: 'We look.',
      createdAt: at('09:00:00.000'),
      updatedAt: at('09:00:00.000'),
      services: [
        { id: 'cart', status: 'partial_outage', oldStatus: 'operational' },
        { id: 'web', status: 'operational', oldStatus: 'operational' },
      ],
    },
  ],
};

/** The sample installation, in the zone given. */
export function site(timeZone = 'Etc/UTC') {
  const page = { id: 'pagepagepage', name: 'Corner Shop', timeZone, updatedAt: at('10:00:00.000') };
  return toStatuspageSite({ page, origin: 'https://status.shop.example', services, groups: [group] });
}
