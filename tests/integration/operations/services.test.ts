import { describe, expect, it } from 'vitest';
import { openIncidentInput } from '@/lib/contracts/incident-input';
import { createServiceInput } from '@/lib/contracts/service-input';
import { currentRevision, eventsAfter } from '@/lib/database/event-log';
import { archiveGroup } from '@/lib/operations/archive-group';
import { archiveService } from '@/lib/operations/archive-service';
import { createGroup } from '@/lib/operations/create-group';
import { createService } from '@/lib/operations/create-service';
import { editGroup } from '@/lib/operations/edit-group';
import { editService } from '@/lib/operations/edit-service';
import { openIncident } from '@/lib/operations/open-incident';
import { reorderServices } from '@/lib/operations/reorder-services';
import { restoreService } from '@/lib/operations/restore-service';
import { getServiceList } from '@/lib/queries/get-service-list';
import { getStatusSnapshot } from '@/lib/queries/get-status-snapshot';
import { inInstallation, owner, viewer } from '@/tests/support/installation';

inInstallation();

const create = (given: object) => createService(owner, createServiceInput.parse(given));
const shown = async () => (await getStatusSnapshot({ atLeast: await currentRevision() })).state;
const names = async () => (await shown()).services.map((service) => service.name);

describe('services', () => {
  it('get an address of their own, and keep it when they are renamed', async () => {
    const first = await create({ name: 'Payments API' });
    const second = await create({ name: 'Payments API' });
    expect([first.slug, second.slug]).toEqual(['payments-api', 'payments-api-2']);
    const renamed = await editService(owner, first.id, { name: 'Billing' });
    expect(renamed).toMatchObject({ name: 'Billing', slug: 'payments-api' });
  });

  it('are laid out as an admin orders them', async () => {
    const group = await createGroup(owner, { name: 'Core', description: null });
    const web = await create({ name: 'Web' });
    const api = await create({ name: 'API', groupId: group.id });
    const jobs = await create({ name: 'Jobs', groupId: group.id });
    expect(await names()).toEqual(['API', 'Jobs', 'Web']);
    await reorderServices(owner, [
      { groupId: null, serviceIds: [web.id] },
      { groupId: group.id, serviceIds: [jobs.id, api.id] },
    ]);
    expect(await names()).toEqual(['Web', 'Jobs', 'API']);
    await archiveGroup(owner, group.id);
    expect((await shown()).services.every((service) => service.groupId === null)).toBe(true);
  });

  it('are not reordered from a page that lacks a new one', async () => {
    const web = await create({ name: 'Web' });
    await create({ name: 'API' });
    const reorder = reorderServices(owner, [{ groupId: null, serviceIds: [web.id] }]);
    await expect(reorder).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('leave the page when archived, keep their name in old incidents, and come back', async () => {
    const web = await create({ name: 'Web' });
    const services = [{ id: web.id, status: 'partial_outage' }];
    await openIncident(owner, openIncidentInput.parse({ title: 'Slow', services }));
    await archiveService(owner, web.id);
    expect(await names()).toEqual([]);
    const snapshot = await getStatusSnapshot({ atLeast: await currentRevision() });
    expect(snapshot.serviceNames[web.id]).toBe('Web');
    await restoreService(owner, web.id);
    expect(await names()).toEqual(['Web']);
  });

  it('that show only when degraded appear when they are', async () => {
    const quiet = await create({ name: 'Quiet', onlyShowIfDegraded: true });
    expect(await names()).toEqual([]);
    await editService(owner, quiet.id, { status: 'degraded_performance' });
    expect(await names()).toEqual(['Quiet']);
  });

  it('refuse an edit from an old page, an unknown group and a viewer', async () => {
    const web = await create({ name: 'Web' });
    await editService(owner, web.id, { name: 'Website' });
    const old = editService(owner, web.id, { name: 'Old', seenUpdatedAt: web.updatedAt.toISOString() });
    await expect(old).rejects.toMatchObject({ kind: 'conflict' });
    await expect(editService(owner, web.id, { groupId: 'nobody' })).rejects.toMatchObject({
      kind: 'invalid',
    });
    await expect(editService(viewer, web.id, { status: 'operational' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const responder = { ...owner, role: 'responder' as const };
    await expect(editService(responder, web.id, { name: 'X' })).rejects.toMatchObject({ kind: 'forbidden' });
    expect((await editService(responder, web.id, { status: 'major_outage' })).status).toBe('major_outage');
  });

  it('log what happened to them by name', async () => {
    const start = await currentRevision();
    const group = await createGroup(owner, { name: 'Core', description: null });
    const web = await create({ name: 'Web' });
    await editService(owner, web.id, { description: 'Pages' });
    await editGroup(owner, group.id, { name: 'Heart', description: null });
    await archiveService(owner, web.id);
    const logged = (await eventsAfter(start, 100)).map((event) => event.name);
    expect(logged).toEqual([
      'page.updated',
      'service.created',
      'service.updated',
      'page.updated',
      'service.removed',
    ]);
    expect((await getServiceList()).services.map((service) => service.archivedAt !== null)).toEqual([true]);
  });
});
