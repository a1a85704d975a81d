import { describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/database/client';
import { readDailyTallies } from '@/lib/database/uptime-repository';
import type { ServiceStatus } from '@/lib/domain/service-status';
import { localDay, localDays } from '@/lib/domain/uptime/local-day';
import { emptyTally, knownMs, summed } from '@/lib/domain/uptime/tally';
import { inInstallation } from '@/tests/support/installation';

inInstallation();

const hourMs = 3_600_000;
const timeZone = 'Europe/Berlin';
const now = Date.parse('2026-11-20T12:00:00Z');
const years = (count: number) => new Date(now - count * 365 * 24 * hourMs);
const subjects = () =>
  database()
    .service.findMany()
    .then((rows) => rows.map(({ id, createdAt }) => ({ id, createdAt, startDate: null })));
const read = async (count = 90, at = now, zone = timeZone) =>
  readDailyTallies(await subjects(), {
    days: localDays(localDay(at, zone), count, zone),
    timeZone: zone,
    now: at,
  });
const forget = () => database().serviceUptimeDay.deleteMany();
const storedDays = (serviceId?: string) =>
  database().serviceUptimeDay.count({ where: serviceId ? { serviceId } : {} });

async function addService(id: string, createdAt = years(10)): Promise<void> {
  await database().service.create({ data: { id, name: id, slug: id, position: 1, createdAt } });
  await addChange(id, 'operational', createdAt);
}

async function addChange(serviceId: string, status: ServiceStatus, at: Date): Promise<void> {
  await database().serviceStatusChange.create({
    data: { id: crypto.randomUUID(), serviceId, status, at, revision: 0 },
  });
}

/** An outage every nine days or so, over ten years, with a length and a status of its own. */
async function addTenYears(serviceId: string, salt: number): Promise<void> {
  const statuses = ['major_outage', 'partial_outage', 'degraded_performance', 'under_maintenance'] as const;
  const rows = Array.from({ length: 400 }, (_, index) => {
    const from = now - (index * 9 * 24 + ((index * 7 + salt) % 24)) * hourMs - salt * 1_234;
    const to = from + (((index * 37 + salt) % 300) + 1) * 61_003;
    const status = statuses[(index + salt) % statuses.length] ?? 'major_outage';
    const [begun, ended] = [new Date(from), new Date(to)];
    return [
      { id: `${serviceId}-${index}-a`, serviceId, status, at: begun, revision: 0 },
      { id: `${serviceId}-${index}-b`, serviceId, status: 'operational' as const, at: ended, revision: 0 },
    ];
  });
  await database().serviceStatusChange.createMany({
    data: rows.flat().filter(({ at }) => at.getTime() < now),
  });
}

describe('the days of a service', () => {
  it('say the same from what is stored and from ten years of history', async () => {
    for (const [salt, id] of ['api', 'web', 'mail'].entries()) {
      await addService(id);
      await addTenYears(id, salt);
    }
    const raw = await read(365);
    expect(await storedDays()).toBe(3 * 364);
    expect(await read(365)).toEqual(raw);
    expect(await read(90)).toEqual(new Map([...raw].map(([id, tallies]) => [id, tallies.slice(-90)])));
    const later = now + 30 * hourMs;
    const withStored = await read(90, later);
    await forget();
    expect(await read(90, later)).toEqual(withStored);
    const days = localDays(localDay(later, timeZone), 90, timeZone);
    for (const tallies of withStored.values()) {
      expect(knownMs(summed(tallies))).toBe(later - (days[0]?.from ?? 0));
      expect(summed(tallies).major_outage).toBeGreaterThan(0);
    }
  });

  it('are read in a number of rows that does not grow with the history', async () => {
    await addService('young', years(1));
    await addService('old');
    await addTenYears('old', 1);
    await read();
    const asked = vi.spyOn(database(), '$queryRaw');
    const found = vi.spyOn(database().serviceStatusChange, 'findMany');
    await read();
    const raw = await Promise.all(asked.mock.results.map(({ value }) => value as Promise<unknown[]>));
    const changes = await Promise.all(found.mock.results.map(({ value }) => value as Promise<unknown[]>));
    // For each service one row of stored days and one of its status at midnight; and today's two changes.
    expect(raw.map((rows) => rows.length)).toEqual([2, 2]);
    expect(changes.map((rows) => rows.length)).toEqual([2]);
  });

  it('of another zone replace those of the zone the page was in', async () => {
    await addService('api');
    await addTenYears('api', 2);
    await read(30);
    const inTokyo = await read(30, now, 'Asia/Tokyo');
    expect(await database().serviceUptimeDay.groupBy({ by: ['timeZone'] })).toEqual([
      { timeZone: 'Asia/Tokyo' },
    ]);
    await forget();
    expect(await read(30, now, 'Asia/Tokyo')).toEqual(inTokyo);
  });

  it('are computed once, however many processes ask at once', async () => {
    for (const [salt, id] of ['api', 'web', 'mail'].entries()) {
      await addService(id);
      await addTenYears(id, salt);
    }
    const answers = await Promise.all(Array.from({ length: 8 }, () => read()));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await storedDays()).toBe(3 * 89);
  });
});

describe('stored days are forgotten', () => {
  const sevenDaysAgo = new Date(now - 7 * 24 * hourMs);
  const outage = () =>
    read(30).then((tallies) => summed(tallies.get('api') ?? [emptyTally()]).major_outage / hourMs);

  it('when history is written, moved or deleted behind them, for that service alone', async () => {
    await addService('api');
    await addService('web');
    expect(await outage()).toBe(0);
    await addChange('api', 'major_outage', sevenDaysAgo);
    expect(await storedDays('web')).toBe(29);
    // The days before it stay.
    expect(await storedDays('api')).toBe(21);
    expect(await outage()).toBe(7 * 24);
    const end = new Date(sevenDaysAgo.getTime() + hourMs);
    await addChange('api', 'operational', end);
    expect(await outage()).toBe(1);
    await database().serviceStatusChange.updateMany({
      where: { at: end },
      data: { at: new Date(end.getTime() + hourMs) },
    });
    expect(await outage()).toBe(2);
    await database().serviceStatusChange.deleteMany({ where: { at: sevenDaysAgo } });
    expect(await outage()).toBe(0);
  });

  it('when the service turns out to be younger', async () => {
    await addService('api');
    await addChange('api', 'major_outage', sevenDaysAgo);
    expect(await outage()).toBe(7 * 24);
    await database().service.update({
      where: { id: 'api' },
      data: { createdAt: new Date(now - 2 * hourMs) },
    });
    expect(await outage()).toBe(2);
    await database().service.update({ where: { id: 'api' }, data: { startDate: new Date('2026-11-19') } });
    expect(await storedDays('api')).toBe(0);
  });

  it('when work that excuses an outage is recorded, changed or deleted', async () => {
    await addService('api');
    await addChange('api', 'major_outage', sevenDaysAgo);
    await addChange('api', 'operational', new Date(sevenDaysAgo.getTime() + 4 * hourMs));
    expect(await outage()).toBe(4);
    const work = {
      id: 'work',
      title: 'Work',
      status: 'completed' as const,
      scheduledStartAt: sevenDaysAgo,
      scheduledEndAt: new Date(sevenDaysAgo.getTime() + 3 * hourMs),
      startedAt: new Date(sevenDaysAgo.getTime() + hourMs),
    };
    await database().maintenance.create({ data: { ...work, services: { create: { serviceId: 'api' } } } });
    expect(await outage()).toBe(2);
    await database().maintenance.update({
      where: { id: 'work' },
      data: { completedAt: new Date(sevenDaysAgo.getTime() + 2 * hourMs) },
    });
    expect(await outage()).toBe(3);
    await database().maintenance.update({ where: { id: 'work' }, data: { status: 'scheduled' } });
    expect(await outage()).toBe(4);
    await database().maintenance.update({ where: { id: 'work' }, data: { status: 'verifying' } });
    expect(await outage()).toBe(3);
    await database().maintenance.delete({ where: { id: 'work' } });
    expect(await outage()).toBe(4);
  });

  it('and not stored while something is being published, or was since they were read', async () => {
    await addService('api');
    await database().$transaction(async (tx) => {
      await tx.$executeRaw`update status_revision set value = value + 1`;
      await read();
      expect(await storedDays()).toBe(0);
    });
    const readRevision = vi.spyOn(database().statusRevision, 'findUniqueOrThrow');
    readRevision.mockResolvedValueOnce({ id: 1, value: 0 } as never);
    await read();
    expect(await storedDays()).toBe(0);
    await read();
    expect(await storedDays()).toBe(89);
  });
});
