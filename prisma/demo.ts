import type { Transaction } from '@/lib/database/client';
import { newId } from '@/lib/database/ids';
import { incidentRepository } from '@/lib/database/incident-repository';
import { maintenanceRepository } from '@/lib/database/maintenance-repository';
import { serviceRepository } from '@/lib/database/service-repository';
import { type Incident, openedIncident, withUpdate } from '@/lib/domain/incident';
import { slugOf } from '@/lib/domain/service';
import type { ServiceStatus } from '@/lib/domain/service-status';

export const demoName = 'Northwind Cloud';

const hourMs = 3_600_000;

/** A small named cast: enough services to look like a page, a little history, and work to come. */
const cast: { group: string; description: string; services: [name: string, description: string][] }[] = [
  {
    group: 'Platform',
    description: 'What customers call and click',
    services: [
      ['API', 'REST and GraphQL requests'],
      ['Dashboard', 'The web application'],
      ['Webhooks', 'Events delivered to your servers'],
      ['Sign-in', 'Sessions, single sign-on and two-factor'],
    ],
  },
  {
    group: 'Data',
    description: 'Where your records live',
    services: [
      ['Database', 'Primary storage in three regions'],
      ['Search', 'Full-text search and suggestions'],
      ['File storage', 'Uploads and downloads'],
    ],
  },
  {
    group: 'Delivery',
    description: 'How it reaches your users',
    services: [
      ['CDN', 'Cached assets at the edge'],
      ['E-mail', 'Transactional messages'],
    ],
  },
];

/** Adds the demo's groups, services, past incidents and planned maintenance, dated around `at`. */
export async function addDemo(tx: Transaction, revision: number, at: Date): Promise<void> {
  const ids = await addServices(tx, revision, at);
  for (const incident of pastIncidents(ids, at)) await incidentRepository.insert(tx, incident);
  await addMaintenance(tx, ids, at);
}

async function addServices(tx: Transaction, revision: number, at: Date): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const times = { createdAt: at, updatedAt: at };
  for (const [place, { group: name, description, services }] of cast.entries()) {
    const group = { id: newId(), name, description, position: place + 1, ...times };
    await serviceRepository.insertGroup(tx, group);
    for (const [index, [serviceName, text]] of services.entries()) {
      const id = newId();
      ids.set(serviceName, id);
      const status = 'operational' as const;
      const definition = {
        id,
        name: serviceName,
        slug: slugOf(serviceName),
        description: text,
        groupId: group.id,
      };
      const settings = { showcase: true, onlyShowIfDegraded: false, startDate: null, archivedAt: null };
      const service = {
        ...definition,
        ...settings,
        position: index + 1,
        status,
        ownStatus: status,
        ...times,
      };
      await serviceRepository.insert(tx, service, revision);
    }
  }
  return ids;
}

type Step = [minutes: number, status: Incident['status'], body: string, services?: [string, ServiceStatus][]];

function pastIncidents(ids: ReadonlyMap<string, string>, at: Date): Incident[] {
  return [
    story('Search results were out of date', ids, new Date(at.getTime() - 51 * hourMs), [
      [
        0,
        'investigating',
        'New records take several minutes to show up in search.',
        [['Search', 'degraded_performance']],
      ],
      [
        18,
        'identified',
        'An index worker ran out of disk. We are adding capacity and replaying what it missed.',
      ],
      [55, 'monitoring', 'The backlog is gone and new records appear within seconds. We are keeping watch.'],
      [90, 'resolved', 'Search has been current for half an hour.'],
    ]),
    story('API requests failed in Europe', ids, new Date(at.getTime() - 9 * 24 * hourMs), [
      [
        0,
        'investigating',
        'About one in five requests from Europe ends with a 503.',
        [
          ['API', 'partial_outage'],
          ['Dashboard', 'degraded_performance'],
        ],
      ],
      [9, 'identified', 'A **configuration change** sent traffic to a closed zone. We are rolling it back.'],
      [
        21,
        'monitoring',
        'The rollback is complete; error rates are back to normal.',
        [
          ['API', 'operational'],
          ['Dashboard', 'operational'],
        ],
      ],
      [48, 'resolved', 'No errors for 25 minutes. Requests made during the incident can be retried safely.'],
    ]),
  ];
}

function story(
  title: string,
  ids: ReadonlyMap<string, string>,
  start: Date,
  steps: [Step, ...Step[]],
): Incident {
  const told = ([minutes, status, body, services = []]: Step) => ({
    status,
    body,
    services: services.map(([name, serviceStatus]) => ({ id: ids.get(name) ?? '', status: serviceStatus })),
    statusBefore: new Map<string, ServiceStatus>(),
    at: new Date(start.getTime() + minutes * 60_000),
  });
  const [first, ...rest] = steps;
  const opened = openedIncident({
    id: newId(),
    updateId: newId(),
    title,
    impactOverride: null,
    ...told(first),
  });
  return rest.reduce((incident, step) => withUpdate(incident, { id: newId(), ...told(step) }), opened);
}

async function addMaintenance(tx: Transaction, ids: ReadonlyMap<string, string>, at: Date): Promise<void> {
  const inFiveDays = new Date(at.getTime() + 5 * 24 * hourMs);
  const scheduledStartAt = new Date(
    Date.UTC(inFiveDays.getUTCFullYear(), inFiveDays.getUTCMonth(), inFiveDays.getUTCDate(), 2),
  );
  const body =
    'We are moving the primary to newer hardware. Expect up to two minutes of read-only access in the window.';
  const times = { createdAt: at, updatedAt: at };
  await maintenanceRepository.insert(tx, {
    id: newId(),
    title: 'Database upgrade',
    status: 'scheduled',
    scheduledStartAt,
    scheduledEndAt: new Date(scheduledStartAt.getTime() + 2 * hourMs),
    startedAt: null,
    completedAt: null,
    autoStart: true,
    autoComplete: true,
    version: 1,
    ...times,
    serviceIds: [ids.get('Database') ?? ''],
    updates: [{ id: newId(), status: 'scheduled', body, ...times }],
  });
}
