import pg from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { planMaintenanceInput } from '@/lib/contracts/maintenance-input';
import { database } from '@/lib/database/client';
import type { Maintenance } from '@/lib/domain/maintenance';
import { planMaintenance } from '@/lib/operations/plan-maintenance';
import { owner } from '@/tests/support/installation';
import { startTestPostgres } from '@/tests/support/postgres';
import type { StreamClient } from '@/tests/support/stream-client';
import { publisherAt } from '../live/publisher';
import { readinessOf, startTwoProcesses, until } from '../live/two-processes';

const both = startTwoProcesses();
const second = 1_000;
let serviceId = '';
let count = 0;

beforeAll(async () => {
  process.env.DATABASE_URL = both.postgres.url;
  serviceId = await both.publisher.addService('Database');
});
beforeEach(() => {
  count += 1;
});
// The pool must not outlive the server, nor meet one that was stopped.
afterEach(() => database().$disconnect());

/** Plans work as another program would, so that no process hears of it by itself. */
async function plan(startsInMs: number, endsInMs: number): Promise<Maintenance> {
  const at = (ms: number) => new Date(Date.now() + ms).toISOString();
  const window = { scheduledStartAt: at(startsInMs), scheduledEndAt: at(endsInMs) };
  const input = { title: `Upgrade ${count}`, serviceIds: [serviceId], ...window };
  return planMaintenance(owner, planMaintenanceInput.parse(input));
}

/** Each process publishes something, after which it has looked at its agenda. */
async function wakeBoth(): Promise<void> {
  await Promise.all(
    [both.first, both.second].map(async (app) =>
      (await publisherAt(app)).addService(`By ${app.port} ${count}`),
    ),
  );
}

const named = (name: string, id: string) => (event: StreamClient['heard'][number]) =>
  event.name === name && event.json.maintenance?.id === id;
const statusIn = (event: { json: { services: { id: string; status: string }[] } }) =>
  event.json.services.find(({ id }) => id === serviceId)?.status;

/** The events about this maintenance in the log. */
async function logged(id: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: both.postgres.url });
  await client.connect();
  const { rows } = await client.query(
    `select name from status_event where payload->'maintenance'->>'id' = $1 order by revision`,
    [id],
  );
  await client.end();
  return rows.map(({ name }) => name);
}

const wholeStory = ['maintenance.scheduled', 'maintenance.started', 'maintenance.completed'];

describe('planned work, with two processes that could both begin it', () => {
  it('begins and ends once, its service switches and switches back, and visitors of both see it live', async () => {
    const streams = [await both.watch(both.first), await both.watch(both.second)];
    const { id } = await plan(3 * second, 6 * second);
    await wakeBoth();
    for (const stream of streams) {
      const started = await stream.next(named('maintenance.started', id));
      const during = await stream.next(
        ({ json }) => json.revision === started.json.revision && json.services,
      );
      expect(statusIn(during)).toBe('under_maintenance');
      expect(during.json).toMatchObject({
        statusLabel: 'under_maintenance',
        maintenances: [{ id, status: 'in_progress' }],
      });
      const completed = await stream.next(named('maintenance.completed', id));
      const after = await stream.next(
        ({ json }) => json.revision === completed.json.revision && json.services,
      );
      expect(statusIn(after)).toBe('operational');
      expect(after.json.maintenances).toEqual([]);
    }
    expect(await logged(id)).toEqual(wholeStory);
    const row = await database().maintenance.findUniqueOrThrow({ where: { id } });
    expect(row.startedAt?.getTime()).toBeGreaterThanOrEqual(row.scheduledStartAt.getTime());
    expect(row.completedAt?.getTime()).toBeGreaterThanOrEqual(row.scheduledEndAt.getTime());
  });

  it('overlaps with other work: the service is held until the last of it ends', async () => {
    const stream = await both.watch(both.first);
    const long = await plan(2 * second, 6 * second);
    const short = await plan(2 * second, 4 * second);
    await wakeBoth();
    const ended = await stream.next(named('maintenance.completed', short.id));
    const between = await stream.next(({ json }) => json.revision === ended.json.revision && json.services);
    expect(statusIn(between)).toBe('under_maintenance');
    const last = await stream.next(named('maintenance.completed', long.id));
    const after = await stream.next(({ json }) => json.revision === last.json.revision && json.services);
    expect(statusIn(after)).toBe('operational');
    expect([await logged(long.id), await logged(short.id)]).toEqual([wholeStory, wholeStory]);
  });

  it('that fell due while no process ran is caught up with at the start', async () => {
    await both.first.stop();
    await both.second.stop();
    const begun = await plan(second, 3_600 * second);
    const missed = await plan(second, 2 * second);
    await new Promise((resolve) => setTimeout(resolve, 2.5 * second));
    await Promise.all([both.first.restart(), both.second.restart()]);
    await until(async () => {
      expect(await logged(begun.id)).toEqual(['maintenance.scheduled', 'maintenance.started']);
      expect(await logged(missed.id)).toEqual(['maintenance.scheduled', 'maintenance.completed']);
    });
    await database().maintenance.delete({ where: { id: begun.id } });
  });

  it('that falls due while Postgres is away begins when it is back', async () => {
    for (const app of [both.first, both.second]) {
      await until(async () => expect(await readinessOf(app)).toMatchObject({ status: 'ready' }));
    }
    const { id } = await plan(3 * second, 3_600 * second);
    await wakeBoth();
    await database().$disconnect();
    await both.postgres.stop();
    await new Promise((resolve) => setTimeout(resolve, 4 * second));
    const { dataDir, port } = both.postgres;
    both.postgres = await startTestPostgres({ dataDir, port });
    await until(async () =>
      expect(await logged(id)).toEqual(['maintenance.scheduled', 'maintenance.started']),
    );
  });
});
