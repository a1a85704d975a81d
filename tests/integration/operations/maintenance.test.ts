import { beforeEach, describe, expect, it } from 'vitest';
import { openIncidentInput } from '@/lib/contracts/incident-input';
import {
  editMaintenanceInput,
  planMaintenanceInput,
  postMaintenanceUpdateInput,
} from '@/lib/contracts/maintenance-input';
import { createServiceInput } from '@/lib/contracts/service-input';
import { database } from '@/lib/database/client';
import { currentRevision, latestEvents } from '@/lib/database/event-log';
import { maintenanceRepository } from '@/lib/database/maintenance-repository';
import { serviceRepository } from '@/lib/database/service-repository';
import { createService } from '@/lib/operations/create-service';
import { editMaintenance } from '@/lib/operations/edit-maintenance';
import { openIncident } from '@/lib/operations/open-incident';
import { planMaintenance } from '@/lib/operations/plan-maintenance';
import { postMaintenanceUpdate } from '@/lib/operations/post-maintenance-update';
import { removeMaintenance } from '@/lib/operations/remove-maintenance';
import { runDueMaintenance } from '@/lib/operations/run-due-maintenance';
import { inInstallation, owner, viewer } from '@/tests/support/installation';

inInstallation();

const hour = 3_600_000;
const from = (ms: number) => new Date(Date.now() + ms).toISOString();
let api = '';
let web = '';

beforeEach(async () => {
  api = (await createService(owner, createServiceInput.parse({ name: 'API' }))).id;
  web = (await createService(owner, createServiceInput.parse({ name: 'Web' }))).id;
});

const plan = (given: object = {}) =>
  planMaintenance(
    owner,
    planMaintenanceInput.parse({
      title: 'Upgrade',
      body: 'We upgrade.',
      scheduledStartAt: from(hour),
      scheduledEndAt: from(2 * hour),
      serviceIds: [api],
      ...given,
    }),
  );
const post = (id: string, given: object) =>
  postMaintenanceUpdate(owner, id, postMaintenanceUpdateInput.parse(given));
const edit = (id: string, given: object) => editMaintenance(owner, id, editMaintenanceInput.parse(given));
const statusOf = async (id: string) => (await serviceRepository.find(id))?.status;
const lastEvent = async () => (await latestEvents(1))[0];
/** As if its window had come so long ago. */
const moveWindow = (id: string, startAt: string, endAt: string) =>
  database().maintenance.update({
    where: { id },
    data: { scheduledStartAt: startAt, scheduledEndAt: endAt },
  });

describe('a maintenance', () => {
  it('is news at each of its steps, and holds its services while it goes on', async () => {
    const { id } = await plan();
    expect(await lastEvent()).toMatchObject({
      name: 'maintenance.scheduled',
      payload: { maintenance: { id, status: 'scheduled', services: [{ id: api, status: 'operational' }] } },
    });
    expect(await statusOf(api)).toBe('operational');
    await post(id, { status: 'in_progress', body: 'We began.' });
    expect(await statusOf(api)).toBe('under_maintenance');
    expect(await lastEvent()).toMatchObject({
      name: 'maintenance.started',
      payload: { maintenance: { services: [{ id: api, status: 'under_maintenance' }] } },
    });
    await post(id, { body: 'Half of it is done.' });
    expect((await lastEvent())?.name).toBe('maintenance.updated');
    await post(id, { status: 'verifying' });
    expect(await statusOf(api)).toBe('under_maintenance');
    await post(id, { status: 'completed', body: 'Done.' });
    expect(await statusOf(api)).toBe('operational');
    expect((await lastEvent())?.name).toBe('maintenance.completed');
    const kept = await maintenanceRepository.find(id);
    expect(kept?.updates.map(({ body }) => body)).toEqual([
      'Done.',
      '',
      'Half of it is done.',
      'We began.',
      'We upgrade.',
    ]);
  });

  it('leaves a service to another that still goes on, and to an incident that says worse', async () => {
    const first = await plan();
    const second = await plan({ title: 'Another', serviceIds: [api, web] });
    await post(first.id, { status: 'in_progress' });
    await post(second.id, { status: 'in_progress' });
    const services = [{ id: web, status: 'major_outage' as const }];
    await openIncident(owner, openIncidentInput.parse({ title: 'Web is down', services }));
    expect([await statusOf(api), await statusOf(web)]).toEqual(['under_maintenance', 'major_outage']);
    await post(first.id, { status: 'completed' });
    expect(await statusOf(api)).toBe('under_maintenance');
    await post(second.id, { status: 'completed' });
    expect([await statusOf(api), await statusOf(web)]).toEqual(['operational', 'major_outage']);
  });

  it('changes its services while it goes on: one is let go, another is taken', async () => {
    const { id } = await plan();
    await post(id, { status: 'in_progress' });
    await edit(id, { serviceIds: [web] });
    expect([await statusOf(api), await statusOf(web)]).toEqual(['operational', 'under_maintenance']);
    expect((await maintenanceRepository.find(id))?.serviceIds).toEqual([web]);
  });

  it('gives its services back when it is cancelled under way, and the audit log keeps what it said', async () => {
    const { id } = await plan();
    await post(id, { status: 'in_progress' });
    await removeMaintenance(owner, id);
    expect(await statusOf(api)).toBe('operational');
    expect((await lastEvent())?.name).toBe('maintenance.removed');
    const entry = await database().auditEntry.findFirst({ where: { action: 'maintenance.deleted' } });
    expect(entry).toMatchObject({ subjectId: id, before: { title: 'Upgrade' } });
    await expect(removeMaintenance(owner, id)).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('is refused, and nothing is saved, for what breaks a rule', async () => {
    const { id, version } = await plan();
    await edit(id, { title: 'Upgrade of A', version });
    const before = await currentRevision();
    await expect(plan({ serviceIds: ['nosuch'] })).rejects.toMatchObject({ field: 'concernedServices' });
    await expect(plan({ scheduledEndAt: from(0.5 * hour) })).rejects.toMatchObject({ kind: 'invalid' });
    await expect(edit(id, { title: 'Mine', version })).rejects.toMatchObject({ kind: 'conflict' });
    await expect(post('nosuch', {})).rejects.toMatchObject({ kind: 'not_found' });
    const asViewer = planMaintenance(viewer, {} as Parameters<typeof planMaintenance>[1]);
    await expect(asViewer).rejects.toMatchObject({ kind: 'forbidden' });
    expect(await currentRevision()).toBe(before);
    expect(await database().maintenance.count()).toBe(1);
  });
});

describe('the clock', () => {
  it('begins work in its window and ends it after, once each, however many try', async () => {
    const { id } = await plan();
    expect(await runDueMaintenance(id)).toBeNull();
    await moveWindow(id, from(-1_000), from(hour));
    const revision = await currentRevision();
    const begun = await Promise.all([1, 2, 3].map(() => runDueMaintenance(id)));
    expect(begun.filter(Boolean)).toHaveLength(1);
    expect(await currentRevision()).toBe(revision + 1);
    expect((await lastEvent())?.name).toBe('maintenance.started');
    expect(await statusOf(api)).toBe('under_maintenance');
    await moveWindow(id, from(-hour), from(-1_000));
    const ended = await Promise.all([1, 2, 3].map(() => runDueMaintenance(id)));
    expect(ended.filter(Boolean)).toHaveLength(1);
    expect(await currentRevision()).toBe(revision + 2);
    expect(await statusOf(api)).toBe('operational');
    const actors = await database().auditEntry.findMany({ where: { subjectId: id, actorKind: 'system' } });
    expect(actors.map(({ action }) => action)).toEqual(['maintenance.started', 'maintenance.completed']);
  });

  it('ends a window that was missed as a whole in one step, its services untouched', async () => {
    const { id } = await plan();
    await moveWindow(id, from(-2 * hour), from(-hour));
    const revision = await currentRevision();
    expect(await runDueMaintenance(id)).toMatchObject({ status: 'completed' });
    expect(await currentRevision()).toBe(revision + 1);
    expect(await database().serviceStatusChange.count({ where: { revision: revision + 1 } })).toBe(0);
  });

  it('has an agenda: what begins or ends by itself, soonest first', async () => {
    const later = await plan({ scheduledStartAt: from(3 * hour), scheduledEndAt: from(4 * hour) });
    const running = await plan({ scheduledEndAt: from(2 * hour) });
    await post(running.id, { status: 'in_progress' });
    await plan({ autoStart: false });
    const byHand = await plan({ autoComplete: false });
    await post(byHand.id, { status: 'in_progress' });
    const done = await plan();
    await post(done.id, { status: 'completed' });
    const { entries, now } = await maintenanceRepository.agenda(10);
    expect(entries).toEqual([
      { id: running.id, dueAt: running.scheduledEndAt },
      { id: later.id, dueAt: later.scheduledStartAt },
    ]);
    expect(Math.abs(now.getTime() - Date.now())).toBeLessThan(60_000);
  });
});
