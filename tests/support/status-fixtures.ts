import type {
  PublicIncident,
  PublicMaintenance,
  PublicService,
  StatusSnapshot,
  StatusState,
} from '@/lib/contracts/live-state';
import { type ServiceStatus, worstStatus } from '@/lib/domain/service-status';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
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

const apiId = 'svc-api';

/** A major outage with a real timeline. */
export const apiDown = incident(
  'inc-api',
  'API requests fail with 503',
  [
    {
      status: 'identified',
      body: 'A configuration change at 11:31 took half of our gateways out of rotation. We are rolling it back, region by region. **Europe is recovering**; expect the rest within 20 minutes.\n\nRequests you retried are safe: see [idempotency](https://example.com/docs/idempotency).',
      at: before(9 * minute),
      services: [
        { id: apiId, status: 'major_outage' },
        { id: 'svc-dashboard', status: 'partial_outage' },
      ],
    },
    {
      status: 'investigating',
      body: 'Since 11:34 about half of all API requests fail with `503`. We are looking into it.',
      at: before(24 * minute),
      services: [{ id: apiId, status: 'partial_outage' }],
    },
  ],
  { impact: 'critical' },
);

/** A small, long-running one. */
export const slowMail = incident(
  'inc-mail',
  'Emails arrive late',
  [
    {
      status: 'monitoring',
      body: 'The queue is down from 40,000 to 900 messages. No mail was lost.',
      at: before(35 * minute),
    },
    {
      status: 'identified',
      body: 'One large sender filled the queue:\n\n1. we moved it to a queue of its own,\n2. we added two workers.',
      at: before(80 * minute),
    },
    {
      status: 'investigating',
      body: 'Some emails take up to 20 minutes.',
      at: before(2 * hour),
      services: [{ id: 'svc-email-delivery', status: 'degraded_performance' }],
    },
  ],
  { impact: 'minor' },
);

/** Three that are over, on two days. */
export const pastIncidents = [
  incident(
    'inc-past-1',
    'Search results were incomplete',
    [
      { status: 'resolved', body: 'The index is complete again.', at: before(2 * day - 90 * minute) },
      {
        status: 'investigating',
        body: 'New documents are missing from search.',
        at: before(2 * day),
        services: [{ id: 'svc-search', status: 'degraded_performance' }],
      },
    ],
    { impact: 'minor' },
  ),
  incident(
    'inc-past-2',
    'Sign-in was unavailable',
    [
      { status: 'resolved', body: 'Everybody can sign in again.', at: before(6 * day - 38 * minute) },
      {
        status: 'identified',
        body: 'An expired certificate. We are replacing it.',
        at: before(6 * day - 12 * minute),
      },
      {
        status: 'investigating',
        body: 'Nobody can sign in.',
        at: before(6 * day),
        services: [{ id: 'svc-sign-in', status: 'major_outage' }],
      },
    ],
    { impact: 'critical' },
  ),
  incident(
    'inc-past-3',
    'Card payments were declined',
    [
      { status: 'resolved', body: 'Our partner has recovered.', at: before(6 * day + 5 * hour) },
      {
        status: 'monitoring',
        body: 'A partner bank declines some cards.',
        at: before(6 * day + 7 * hour),
        services: [{ id: 'svc-card-payments', status: 'partial_outage' }],
      },
    ],
    { impact: 'major' },
  ),
];

const long =
  'Extraordinarily-long-names-for-services-and-incidents-that-nobody-should-choose-but-somebody-will, with words and more words';

/** The states that the page must look right in, by name. */
export const scenes: Record<string, () => StatusSnapshot> = {
  calm: () =>
    snapshot({ maintenances: [maintenance('mnt-1', 'Database upgrade')] }, { history: pastIncidents }),
  'calm-bare': () => snapshot(),
  degraded: () =>
    snapshot(
      { services: services({ 'Email delivery': 'degraded_performance' }), incidents: [slowMail] },
      { history: pastIncidents },
    ),
  several: () =>
    snapshot(
      {
        services: services({
          API: 'major_outage',
          Dashboard: 'partial_outage',
          'Email delivery': 'degraded_performance',
          'Bank transfers': 'under_maintenance',
        }),
        incidents: [apiDown, slowMail],
        maintenances: [
          maintenance('mnt-0', 'Ledger migration', {
            status: 'in_progress',
            scheduledStartAt: before(hour),
            scheduledEndAt: before(-2 * hour),
          }),
          maintenance('mnt-1', 'Certificate rotation', { services: [] }),
        ],
      },
      { history: pastIncidents },
    ),
  maintenance: () =>
    snapshot({
      services: services({ 'Bank transfers': 'under_maintenance', Invoices: 'under_maintenance' }),
      maintenances: [
        maintenance('mnt-0', 'Ledger migration', {
          status: 'in_progress',
          scheduledStartAt: before(hour),
          scheduledEndAt: before(-2 * hour),
          services: [
            { id: 'svc-bank-transfers', status: 'under_maintenance' },
            { id: 'svc-invoices', status: 'under_maintenance' },
          ],
        }),
      ],
    }),
  stale: () => snapshot({ stale: true, staleSince: before(7 * minute) }, { history: pastIncidents }),
  empty: () => snapshot({ services: [] }),
  hundred: () =>
    snapshot({
      services: Array.from({ length: 100 }, (_, index) => {
        const group = Math.floor(index / 12);
        return service(`Edge node ${index + 1}`, {
          groupId: `grp-${group}`,
          groupName: `Region ${group + 1}`,
          position: index,
          status: index === 40 ? 'partial_outage' : 'operational',
        });
      }),
    }),
  long: () =>
    snapshot(
      {
        services: services({ API: 'partial_outage' }).map((one, index) =>
          index % 3 === 1 ? { ...one, name: `${long} ${index}`, description: long } : one,
        ),
        incidents: [{ ...apiDown, title: `${long}. ${long}` }],
      },
      {
        page: {
          id: 'p4rkl1n3st00',
          name: 'The Extraordinarily Long-Named Holding Company of Somewhere Far Away',
          timeZone: 'UTC',
        },
      },
    ),
  rtl: () =>
    snapshot(
      {
        services: [
          service('واجهة برمجة التطبيقات', {
            id: apiId,
            description: 'طلبات REST',
            status: 'partial_outage',
          }),
          service('لوحة التحكم', { id: 'svc-dashboard' }),
        ],
        incidents: [
          incident(
            'inc-rtl',
            'فشل طلبات واجهة برمجة التطبيقات',
            [
              {
                status: 'investigating',
                body: 'نحن نحقق في المشكلة. **سنوافيكم بالمستجدات**.',
                at: before(9 * minute),
                services: [{ id: apiId, status: 'partial_outage' }],
              },
            ],
            { impact: 'major' },
          ),
        ],
      },
      { page: { id: 'p4rkl1n3st00', name: 'بارك لاين', timeZone: 'UTC' } },
    ),
};
