import { beforeEach, describe, expect, it } from 'vitest';
import { openIncidentInput, postIncidentUpdateInput } from '@/lib/contracts/incident-input';
import { createServiceInput } from '@/lib/contracts/service-input';
import { database } from '@/lib/database/client';
import { currentRevision, eventsAfter } from '@/lib/database/event-log';
import { incidentRepository } from '@/lib/database/incident-repository';
import { serviceRepository } from '@/lib/database/service-repository';
import type { ServiceStatus } from '@/lib/domain/service-status';
import { createService } from '@/lib/operations/create-service';
import { editIncident } from '@/lib/operations/edit-incident';
import { editIncidentUpdate } from '@/lib/operations/edit-incident-update';
import { openIncident } from '@/lib/operations/open-incident';
import { postIncidentUpdate } from '@/lib/operations/post-incident-update';
import { removeIncident } from '@/lib/operations/remove-incident';
import { setServiceStatus } from '@/lib/operations/set-service-status';
import { inInstallation, owner, viewer } from '@/tests/support/installation';

inInstallation();

let api = '';
let web = '';

beforeEach(async () => {
  api = (await createService(owner, createServiceInput.parse({ name: 'API' }))).id;
  web = (await createService(owner, createServiceInput.parse({ name: 'Web' }))).id;
});

const open = (services: [string, ServiceStatus][] = [[api, 'major_outage']], title = 'API fails') =>
  openIncident(
    owner,
    openIncidentInput.parse({
      title,
      body: 'Looking',
      services: services.map(([id, status]) => ({ id, status })),
    }),
  );
const post = (id: string, given: object) =>
  postIncidentUpdate(owner, id, postIncidentUpdateInput.parse(given));
const statusOf = async (id: string) => (await serviceRepository.find(id))?.status;

describe('an incident', () => {
  it('shows its services as hard hit as it says, and restores them when it is resolved', async () => {
    const incident = await open([
      [api, 'major_outage'],
      [web, 'degraded_performance'],
    ]);
    expect([await statusOf(api), await statusOf(web)]).toEqual(['major_outage', 'degraded_performance']);
    await post(incident.id, { status: 'monitoring', services: [{ id: api, status: 'partial_outage' }] });
    expect([await statusOf(api), await statusOf(web)]).toEqual(['partial_outage', 'degraded_performance']);
    await post(incident.id, { status: 'resolved', body: 'Done' });
    expect([await statusOf(api), await statusOf(web)]).toEqual(['operational', 'operational']);
  });

  it('leaves a service to another incident that still holds it', async () => {
    const first = await open([[api, 'partial_outage']]);
    const second = await open([[api, 'major_outage']], 'API is down');
    await post(second.id, { status: 'resolved' });
    expect(await statusOf(api)).toBe('partial_outage');
    await post(first.id, { status: 'resolved' });
    expect(await statusOf(api)).toBe('operational');
  });

  it('restores a service to what was said of it by hand', async () => {
    await setServiceStatus(owner, web, 'degraded_performance');
    const incident = await open([[web, 'major_outage']]);
    await post(incident.id, { status: 'resolved' });
    expect(await statusOf(web)).toBe('degraded_performance');
  });

  it('resolved with a service called operational makes it so, whatever was set by hand', async () => {
    await setServiceStatus(owner, web, 'degraded_performance');
    const incident = await open([[web, 'major_outage']]);
    await post(incident.id, { status: 'resolved', services: [{ id: web, status: 'operational' }] });
    expect(await statusOf(web)).toBe('operational');
  });

  it('that only concerns a service leaves it as it is, and holds nothing of it', async () => {
    await setServiceStatus(owner, web, 'degraded_performance');
    const services = [{ id: web }];
    const incident = await openIncident(owner, openIncidentInput.parse({ title: 'Odd', services }));
    expect(await statusOf(web)).toBe('degraded_performance');
    await setServiceStatus(owner, web, 'operational');
    expect(await statusOf(web)).toBe('operational');
    await post(incident.id, { status: 'resolved' });
    expect(await statusOf(web)).toBe('operational');
  });

  it('gives way to a better word set by hand', async () => {
    const incident = await open();
    await setServiceStatus(owner, api, 'operational');
    expect(await statusOf(api)).toBe('operational');
    expect((await incidentRepository.find(incident.id))?.services).toEqual([
      { id: api, status: 'operational' },
    ]);
  });

  it('gives its services back when it is deleted, and the audit log keeps what it said', async () => {
    const incident = await open();
    await removeIncident(owner, incident.id);
    expect(await statusOf(api)).toBe('operational');
    expect(await incidentRepository.find(incident.id)).toBeNull();
    const entry = await database().auditEntry.findFirst({ where: { action: 'incident.deleted' } });
    expect(entry?.before).toMatchObject({ id: incident.id, title: 'API fails' });
  });

  it('is logged with one event per publish, named after what happened', async () => {
    const start = await currentRevision();
    const incident = await open();
    await post(incident.id, { status: 'identified', body: 'Found it' });
    await editIncident(owner, incident.id, { title: 'API is down' });
    await post(incident.id, { status: 'resolved', body: 'Done' });
    await removeIncident(owner, incident.id);
    const events = await eventsAfter(start, 100);
    expect(events.map((event) => event.name)).toEqual([
      'incident.created',
      'incident.updated',
      'incident.updated',
      'incident.resolved',
      'incident.removed',
    ]);
    expect(events.map((event) => event.revision)).toEqual([1, 2, 3, 4, 5].map((step) => start + step));
    expect(events[3]?.payload).toMatchObject({
      incident: { id: incident.id, status: 'resolved', title: 'API is down' },
    });
  });

  it('keeps the history of each service status with the revision it came with', async () => {
    const incident = await open();
    await post(incident.id, { status: 'resolved' });
    const history = await database().serviceStatusChange.findMany({
      where: { serviceId: api },
      orderBy: { at: 'asc' },
    });
    expect(history.map((change) => change.status)).toEqual(['operational', 'major_outage', 'operational']);
  });
});

describe('a refusal saves nothing', () => {
  const rows = async () => ({
    revision: await currentRevision(),
    events: await database().statusEvent.count(),
    audit: await database().auditEntry.count(),
    updates: await database().incidentUpdate.count(),
  });

  it.each([
    ['an unknown service', () => open([['nobody', 'major_outage']]), 'invalid'],
    [
      'a service named twice',
      () =>
        open([
          [api, 'major_outage'],
          [api, 'operational'],
        ]),
      'invalid',
    ],
    ['an incident that is not there', () => post('nobody', { body: 'x' }), 'not_found'],
    ['a viewer', () => openIncident(viewer, openIncidentInput.parse({ title: 'x' })), 'forbidden'],
    [
      'opening as resolved',
      () => openIncident(owner, openIncidentInput.parse({ title: 'x', status: 'resolved' })),
      'invalid',
    ],
  ])('%s', async (_, act, kind) => {
    const before = await rows();
    await expect(act()).rejects.toMatchObject({ name: 'Refusal', kind });
    expect(await rows()).toEqual(before);
  });

  it('an update to a resolved incident', async () => {
    const incident = await open();
    await post(incident.id, { status: 'resolved' });
    const before = await rows();
    await expect(post(incident.id, { body: 'One more' })).rejects.toMatchObject({ kind: 'invalid' });
    expect(await rows()).toEqual(before);
  });

  it('an edit from an old page', async () => {
    const incident = await open();
    await post(incident.id, { body: 'Meanwhile' });
    const before = await rows();
    await expect(editIncident(owner, incident.id, { title: 'Old', version: 1 })).rejects.toMatchObject({
      kind: 'conflict',
    });
    const [update] = incident.updates;
    const seenUpdatedAt = new Date(0).toISOString();
    const edit = editIncidentUpdate(owner, incident.id, update?.id ?? '', { body: 'Old', seenUpdatedAt });
    await expect(edit).rejects.toMatchObject({ kind: 'conflict' });
    expect(await rows()).toEqual(before);
  });
});

describe('many at once', () => {
  it('200 concurrent publishes give 200 distinct ordered revisions and no lost update', async () => {
    const incident = await open();
    const start = await currentRevision();
    const bodies = Array.from({ length: 200 }, (_, index) => `Update ${index}`);
    await Promise.all(bodies.map((body) => post(incident.id, { body })));
    const events = await eventsAfter(start, 500);
    expect(events.map((event) => event.revision)).toEqual(bodies.map((_, index) => start + index + 1));
    const saved = await incidentRepository.find(incident.id);
    expect(saved?.version).toBe(201);
    expect(new Set(saved?.updates.map((update) => update.body))).toEqual(new Set([...bodies, 'Looking']));
    // Each event tells of exactly one update more than the one before: the log's order is the order of commits.
    const told = events.map(({ payload }) => ('incident' in payload ? payload.incident.updates.length : 0));
    expect(told).toEqual(bodies.map((_, index) => index + 2));
    const times = saved?.updates.map((update) => update.createdAt.getTime()) ?? [];
    expect(times).toEqual([...new Set(times)].toSorted((a, b) => b - a));
  });

  it('two incidents and a hand on one service end in the worst that holds', async () => {
    const [first, second] = await Promise.all([
      open([[api, 'partial_outage']]),
      open([[api, 'major_outage']], 'Two'),
    ]);
    await Promise.all([
      post(first.id, { status: 'monitoring', services: [{ id: api, status: 'degraded_performance' }] }),
      post(second.id, { status: 'resolved' }),
      setServiceStatus(owner, web, 'partial_outage'),
    ]);
    expect([await statusOf(api), await statusOf(web)]).toEqual(['degraded_performance', 'partial_outage']);
  });
});
