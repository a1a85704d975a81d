import { beforeEach, describe, expect, it, vi } from 'vitest';
import { GET as getOne } from '@/app/api/uptime/[serviceId]/route';
import { GET, OPTIONS } from '@/app/api/uptime/route';
import { openIncidentInput, postIncidentUpdateInput } from '@/lib/contracts/incident-input';
import { createServiceInput } from '@/lib/contracts/service-input';
import { serviceRecord, uptime } from '@/lib/contracts/uptime';
import { database } from '@/lib/database/client';
import { archiveService } from '@/lib/operations/archive-service';
import { createGroup } from '@/lib/operations/create-group';
import { createService } from '@/lib/operations/create-service';
import { openIncident } from '@/lib/operations/open-incident';
import { postIncidentUpdate } from '@/lib/operations/post-incident-update';
import { getUptime } from '@/lib/queries/get-uptime';
import { inInstallation, owner } from '@/tests/support/installation';

inInstallation();

const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;
const address = 'https://status.example.com/api/uptime';
const read = async () => uptime.parse(await getUptime());
const create = (given: object) => createService(owner, createServiceInput.parse(given));
const today = () => new Date().toISOString().slice(0, 10);

beforeEach(() => {
  // Half past three, so that what happens in a test is on one day.
  vi.useFakeTimers({ now: Date.parse(`${today()}T15:30:00Z`), toFake: ['Date'] });
  return () => vi.useRealTimers();
});
const wait = (ms: number) => vi.setSystemTime(Date.now() + ms);

describe('what visitors are told of uptime', () => {
  it('follows what is published', async () => {
    const api = await create({ name: 'API' });
    expect((await read()).services[api.id]).toEqual({ percent: null, since: null, disruptions: [] });
    wait(90 * minuteMs);
    const services = [{ id: api.id, status: 'major_outage' }];
    const { id } = await openIncident(owner, openIncidentInput.parse({ title: 'Down', services }));
    wait(30 * minuteMs);
    const resolve = { status: 'resolved', body: 'Up.', services: [] };
    await postIncidentUpdate(owner, id, postIncidentUpdateInput.parse(resolve));
    wait(60 * minuteMs);
    const told = await read();
    expect(told.services[api.id]).toEqual({
      percent: 83.333,
      since: today(),
      disruptions: [{ day: today(), knownSeconds: 180 * 60, seconds: { major_outage: 30 * 60 } }],
    });
    expect([told.to, told.timeZone]).toEqual([today(), 'Etc/UTC']);
    wait(dayMs);
    const next = await read();
    expect(next.to).not.toBe(told.to);
    // Counted for a day more; the day of the outage has its end now.
    expect(next.services[api.id]?.percent).toBe(98.148);
    expect(next.services[api.id]?.disruptions).toMatchObject([{ day: told.to, knownSeconds: 510 * 60 }]);
  });

  it('leaves out what they do not see, and counts it towards its group', async () => {
    const group = await createGroup(owner, { name: 'Core', description: null });
    const seen = await create({ name: 'Seen', groupId: group.id });
    await create({ name: 'Quiet', groupId: group.id, onlyShowIfDegraded: true });
    await create({ name: 'No uptime', groupId: group.id, showcase: false });
    const old = await create({ name: 'Old', groupId: group.id, status: 'major_outage' });
    await archiveService(owner, old.id);
    wait(60 * minuteMs);
    const told = await read();
    expect(Object.keys(told.services)).toEqual([seen.id]);
    expect(told.groups).toEqual({ [group.id]: { percent: 100, since: today(), disruptions: [] } });
  });

  it('is read once for all who ask in the same minute', async () => {
    await create({ name: 'API' });
    const asked = vi.spyOn(database().service, 'findMany');
    await Promise.all([read(), read(), read()]);
    expect(asked).toHaveBeenCalledTimes(1);
  });
});

describe('GET /api/uptime', () => {
  it('answers everyone, and nothing new with 304', async () => {
    await create({ name: 'API' });
    wait(60 * minuteMs);
    const first = await GET(new Request(address));
    expect([first.status, first.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    expect(uptime.parse(await first.json())).toEqual(await read());
    const headers = { 'If-None-Match': first.headers.get('etag') ?? '' };
    wait(5 * minuteMs);
    expect((await GET(new Request(address, { headers }))).status).toBe(304);
    expect((await OPTIONS(new Request(address, { method: 'OPTIONS' }))).status).toBe(204);
  });

  it('tells for one service what concerned it, and 404 for another', async () => {
    const api = await create({ name: 'API' });
    const services = [{ id: api.id, status: 'major_outage' }];
    wait(60 * minuteMs);
    const { id } = await openIncident(owner, openIncidentInput.parse({ title: 'Down', services }));
    wait(20 * minuteMs);
    const scheduledStartAt = new Date(Date.now() - dayMs);
    const times = { scheduledStartAt, scheduledEndAt: new Date(Date.now() - dayMs + 60 * minuteMs) };
    const work = { id: 'work', title: 'Work', status: 'completed' as const, ...times };
    await database().maintenance.create({ data: { ...work, services: { create: { serviceId: api.id } } } });
    const ask = (serviceId: string) =>
      getOne(new Request(`${address}/${serviceId}`), { params: Promise.resolve({ serviceId }) });
    const { events, periods } = serviceRecord.parse(await (await ask(api.id)).json());
    expect(events.map((event) => [event.kind, event.id, event.endedAt])).toEqual([
      ['incident', id, null],
      ['maintenance', 'work', times.scheduledEndAt.toISOString()],
    ]);
    expect(periods).toEqual([7, 30, 90, 365].map((days) => ({ days, percent: 75 })));
    expect((await ask('nobody')).status).toBe(404);
    expect((await ask('\0')).status).toBe(404);
    await archiveService(owner, api.id);
    expect((await ask(api.id)).status).toBe(404);
  });
});
