import type {
  PublicIncident,
  PublicMaintenance,
  PublicService,
  StatusSnapshot,
  StatusState,
} from '@/lib/contracts/live-state';
import { type ServiceStatus, worstStatus } from '@/lib/domain/service-status';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
const noon = Date.parse('2026-11-20T12:00:00.000Z');
/** A time so long before the fixtures' noon. */
export const before = (ms: number, now = noon) => new Date(now - ms).toISOString();

const cast: [group: string | null, name: string, description: string | null][] = [
  [null, 'Website', 'Public site and documentation'],
  ['Core', 'API', 'REST and GraphQL'],
  ['Core', 'Dashboard', 'app.example.com'],
  ['Core', 'Sign-in', 'Passwords, passkeys and SSO'],
  ['Core', 'Search', null],
  ['Core', 'File storage', 'Uploads and downloads'],
  ['Messaging', 'Email delivery', 'Outgoing mail'],
  ['Messaging', 'Webhooks', null],
  ['Messaging', 'Push notifications', null],
  ['Payments', 'Card payments', 'Visa, Mastercard, Amex'],
  ['Payments', 'Bank transfers', 'SEPA and ACH'],
  ['Payments', 'Invoices', null],
  ['Regions', 'Europe', 'Frankfurt'],
  ['Regions', 'North America', 'Virginia'],
  ['Regions', 'Asia Pacific', 'Singapore'],
];

/** A service of the small cast, or any other by name. */
export function service(name: string, more: Partial<PublicService> = {}): PublicService {
  const id = `svc-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  return {
    id,
    name,
    slug: id,
    description: null,
    groupId: null,
    groupName: null,
    status: 'operational',
    position: 0,
    updatedAt: before(day),
    ...more,
  };
}

/** The cast of services, with the given statuses by name. */
export function services(statuses: Record<string, ServiceStatus> = {}): PublicService[] {
  return cast.map(([groupName, name, description], position) =>
    service(name, {
      description,
      groupName,
      groupId: groupName && `grp-${groupName.toLowerCase()}`,
      position,
      status: statuses[name] ?? 'operational',
    }),
  );
}

type UpdateSketch = {
  status: PublicIncident['status'];
  body: string;
  at: string;
  services?: PublicIncident['services'];
};

/** An incident from its updates, newest first. */
export function incident(
  id: string,
  title: string,
  updates: UpdateSketch[],
  more: Partial<PublicIncident> = {},
): PublicIncident {
  const newest = updates[0]?.at ?? before(0);
  const status = updates[0]?.status ?? 'investigating';
  return {
    id,
    title,
    status,
    impact: 'minor',
    startedAt: updates.at(-1)?.at ?? newest,
    updatedAt: newest,
    resolvedAt: status === 'resolved' ? newest : null,
    url: `/incidents/${id}`,
    services: updates.find((update) => update.services)?.services ?? [],
    updates: updates.map(({ at, services = [], ...update }, index) => ({
      ...update,
      id: `${id}-${index}`,
      createdAt: at,
      services,
    })),
    ...more,
  };
}

/** A maintenance, scheduled unless said otherwise. */
export function maintenance(
  id: string,
  title: string,
  more: Partial<PublicMaintenance> = {},
): PublicMaintenance {
  return {
    id,
    title,
    status: 'scheduled',
    scheduledStartAt: before(-34 * hour),
    scheduledEndAt: before(-36 * hour),
    services: [{ id: 'svc-bank-transfers', status: 'operational' }],
    updates: [
      {
        id: `${id}-0`,
        status: 'scheduled',
        body: 'We replace a database. Transfers queue for a few minutes.',
        createdAt: before(day),
      },
    ],
    ...more,
  };
}

/** A whole snapshot around what a test cares about. */
export function snapshot(
  state: Partial<StatusState> = {},
  more: Partial<StatusSnapshot> = {},
): StatusSnapshot {
  const shown = state.services ?? services();
  return {
    page: { id: 'p4rkl1n3st00', name: 'Parkline', timeZone: 'UTC' },
    state: {
      statusLabel: worstStatus(shown.map(({ status }) => status)),
      services: shown,
      incidents: [],
      maintenances: [],
      revision: 41,
      updatedAt: before(3 * hour),
      ...state,
    },
    history: [],
    serviceNames: Object.fromEntries(shown.map(({ id, name }) => [id, name])),
    ...more,
  };
}
