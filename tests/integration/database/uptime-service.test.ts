import { describe, expect, it } from 'vitest';
import { openIncidentInput } from '@/lib/contracts/incident-input';
import { createServiceInput } from '@/lib/contracts/service-input';
import { database } from '@/lib/database/client';
import { archiveService } from '@/lib/operations/archive-service';
import { createGroup } from '@/lib/operations/create-group';
import { createService } from '@/lib/operations/create-service';
import { openIncident } from '@/lib/operations/open-incident';
import { getService } from '@/lib/queries/get-service';
import { inInstallation, owner } from '@/tests/support/installation';

inInstallation();

const create = (given: object) => createService(owner, createServiceInput.parse(given));
const open = (title: string, serviceId: string, status = 'partial_outage') =>
  openIncident(owner, openIncidentInput.parse({ title, services: [{ id: serviceId, status }] }));

describe("a service's own page", () => {
  it('tells how it is, its uptime over each period, and what concerned it alone', async () => {
    const group = await createGroup(owner, { name: 'Core', description: null });
    const api = await create({ name: 'Payments API', description: 'Charges', groupId: group.id });
    const web = await create({ name: 'Web' });
    const hit = await open('Charges fail', api.id, 'major_outage');
    await open('Pages are slow', web.id);
    const view = await getService('payments-api');
    expect(view?.service).toMatchObject({
      name: 'Payments API',
      description: 'Charges',
      groupName: 'Core',
      status: 'major_outage',
    });
    expect(view?.periods.map(({ days }) => days)).toEqual([7, 30, 90, 365]);
    expect(Object.keys(view?.uptime?.services ?? {})).toEqual([api.id]);
    expect(view?.history.older).toBeNull();
    expect(view?.history.entries).toMatchObject([{ kind: 'incident', incident: { id: hit.id } }]);
  });

  it('leaves older entries to the history', async () => {
    const api = await create({ name: 'API' });
    for (let count = 0; count < 26; count += 1) await open(`Incident ${count}`, api.id);
    const view = await getService('api');
    expect(view?.history.entries).toHaveLength(25);
    expect(view?.history.older).not.toBeNull();
  });

  it('names the work planned on it', async () => {
    const api = await create({ name: 'API' });
    const soon = new Date(Date.now() + 3_600_000);
    const times = { scheduledStartAt: soon, scheduledEndAt: new Date(soon.getTime() + 3_600_000) };
    for (const [id, serviceId] of [
      ['its', api.id],
      ['another', (await create({ name: 'Web' })).id],
    ] as const) {
      await database().maintenance.create({
        data: { id, title: id, ...times, services: { create: { serviceId } } },
      });
    }
    expect((await getService('api'))?.maintenances.map(({ id }) => id)).toEqual(['its']);
  });

  it('is there for one that is hidden while it is well, and shows no uptime where the team does not', async () => {
    await create({ name: 'Quiet', onlyShowIfDegraded: true });
    await create({ name: 'Secretive', showcase: false });
    expect((await getService('quiet'))?.periods).toHaveLength(4);
    expect(await getService('secretive')).toMatchObject({ uptime: null, periods: [] });
  });

  it('is not there for an unknown or archived service', async () => {
    const api = await create({ name: 'API' });
    await archiveService(owner, api.id);
    expect([await getService('api'), await getService('nobody'), await getService('\0')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
