import type { Transaction } from '@/lib/database/client';
import { newId } from '@/lib/database/ids';
import { incidentRepository } from '@/lib/database/incident-repository';
import { maintenanceRepository } from '@/lib/database/maintenance-repository';
import { serviceRepository } from '@/lib/database/service-repository';
import { type Incident, openedIncident, withUpdate } from '@/lib/domain/incident';
import type { Maintenance } from '@/lib/domain/maintenance';
import { slugOf } from '@/lib/domain/service';
import type { ServiceStatus } from '@/lib/domain/service-status';
import { addStatusHistory } from './demo-history';
import { type Step, type Story, stories } from './demo-stories';

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
  const incidents = stories.map((story) => told(story, ids, at));
  for (const incident of incidents) await incidentRepository.insert(tx, incident);
  await addStatusHistory(tx, revision, incidents, [await addPastWork(tx, ids, at)]);
  await addMaintenance(tx, ids, at);
}

/** Delivery is the newest part of the product. */
function ageInDays(group: string): number {
  return group === 'Delivery' ? 85 : 400;
}

async function addServices(tx: Transaction, revision: number, at: Date): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [place, { group: name, description, services }] of cast.entries()) {
    const since = new Date(at.getTime() - ageInDays(name) * 24 * hourMs);
    const times = { createdAt: since, updatedAt: since };
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

function told({ title, hoursAgo, steps }: Story, ids: ReadonlyMap<string, string>, at: Date): Incident {
  const start = at.getTime() - hoursAgo * hourMs;
  const said = ([minutes, status, body, services = []]: Step) => ({
    status,
    body,
    services: services.map(([name, serviceStatus]) => ({ id: ids.get(name) ?? '', status: serviceStatus })),
    statusBefore: new Map<string, ServiceStatus>(),
    at: new Date(start + minutes * 60_000),
  });
  const [first, ...rest] = steps;
  const opened = openedIncident({
    id: newId(),
    updateId: newId(),
    title,
    impactOverride: null,
    ...said(first),
  });
  return rest.reduce((incident, step) => withUpdate(incident, { id: newId(), ...said(step) }), opened);
}

/** Work that is over, so that the bars show some. */
async function addPastWork(tx: Transaction, ids: ReadonlyMap<string, string>, at: Date) {
  const from = new Date(at.getTime() - 16 * 24 * hourMs);
  const to = new Date(from.getTime() + 1.5 * hourMs);
  const serviceId = ids.get('Database') ?? '';
  const announcedAt = new Date(from.getTime() - 5 * 24 * hourMs);
  const said = (status: Maintenance['status'], body: string, createdAt: Date) => ({
    id: newId(),
    status,
    body,
    createdAt,
    updatedAt: createdAt,
  });
  await maintenanceRepository.insert(tx, {
    id: newId(),
    title: 'Storage migration',
    status: 'completed',
    scheduledStartAt: from,
    scheduledEndAt: new Date(from.getTime() + 2 * hourMs),
    startedAt: from,
    completedAt: to,
    autoStart: true,
    autoComplete: true,
    version: 3,
    createdAt: announcedAt,
    updatedAt: to,
    serviceIds: [serviceId],
    updates: [
      said('completed', 'All records are on the new storage.', to),
      said('in_progress', 'We have begun.', from),
      said('scheduled', 'We move records to new storage. Writes may be slow.', announcedAt),
    ],
  });
  return { serviceId, from, to };
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
