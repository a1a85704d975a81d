import { Redis } from 'ioredis';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startApp, type TestApp } from '../../support/app';
import { startTestPostgres } from '../../support/postgres';
import { startRedis, type TestRedis } from '../../support/redis';
import { openStream, outline, type StreamClient, stateAt } from '../../support/stream-client';
import { apiToken, type Publisher, publisherAt, revisionOf } from './publisher';

/** Two processes of the built product, one Postgres, one Redis: what happens in one is seen in the other. */
let postgres: Awaited<ReturnType<typeof startTestPostgres>>;
let redis: TestRedis;
let first: TestApp;
let second: TestApp;
let publisher: Publisher;
let open: StreamClient[] = [];
let others: Redis[] = [];

beforeAll(async () => {
  [postgres, redis] = await Promise.all([startTestPostgres(), startRedis()]);
  const env = {
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    ADMIN_API_TOKEN: apiToken,
    DEMO: 'false',
    STREAM_HEARTBEAT_SECONDS: '1',
  };
  first = await startApp({ env });
  second = await startApp({ env });
  publisher = await publisherAt(first);
}, 120_000);
afterEach(() => {
  for (const stream of open) stream.close();
  for (const other of others) other.disconnect();
  open = [];
  others = [];
});
afterAll(async () => {
  await Promise.all([first?.stop(), second?.stop()]);
  await Promise.all([redis?.stop(), postgres?.stop()]);
});

async function watch(app: TestApp, headers: Record<string, string> = {}): Promise<StreamClient> {
  const stream = await openStream(`${app.url}/api/status/stream`, headers);
  open.push(stream);
  if (!headers['last-event-id']) await stream.next((event) => event.name === 'message');
  return stream;
}

const readiness = async (app: TestApp) => {
  const answer = await fetch(`${app.url}/api/health/ready`);
  return { code: answer.status, ...((await answer.json()) as { status: string; checks: object }) };
};

/** Another program, with a Redis connection of its own. */
function otherProgram(): Redis {
  const connection = new Redis(redis.url);
  connection.on('error', () => {});
  others.push(connection);
  return connection;
}

const until = (check: () => unknown) => vi.waitFor(check, { timeout: 25_000, interval: 100 });

describe('a publish', () => {
  it('reaches the readers of both processes: the change, then the state, with the whole of both', async () => {
    const here = await watch(first);
    const there = await watch(second);
    const before = await revisionOf(first);
    await publisher.openIncident('Slow answers', await publisher.addService('API'));
    const revision = before + 2;
    for (const stream of [here, there]) {
      const { json } = await stream.next(stateAt(revision));
      expect(json.incidents[0]).toMatchObject({ title: 'Slow answers', status: 'investigating' });
      expect(json.statusLabel).toBe('major_outage');
      expect(outline(stream.heard)).toEqual([
        `message ${before}`,
        `service.created ${before + 1}`,
        `message ${before + 1}`,
        `incident.created ${revision}`,
        `message ${revision}`,
      ]);
      expect(stream.heard[3]?.id).not.toBe(`${revision}`);
      expect(stream.heard[3]?.json.incident.title).toBe('Slow answers');
    }
    expect(there.heard).toEqual(here.heard);
    expect(await revisionOf(second)).toBe(revision);
  });

  it('is told over Redis, with the state and the change', async () => {
    const listener = otherProgram();
    const messages: string[] = [];
    listener.on('message', (_, text) => messages.push(text));
    await listener.subscribe('status:updates');
    await publisher.openIncident('Told over Redis');
    await until(() => expect(messages).toHaveLength(1));
    const revision = await revisionOf(first);
    expect(JSON.parse(messages[0] ?? '')).toMatchObject({
      revision,
      statusLabel: 'major_outage',
      events: [{ revision, name: 'incident.created', payload: { incident: { title: 'Told over Redis' } } }],
    });
  });

  it('is resumed in the other process, where a reader comes back to', async () => {
    const at = await revisionOf(first);
    await publisher.openIncident('While away');
    const back = await watch(second, { 'last-event-id': `${at}` });
    await back.next(stateAt(at + 1));
    expect(outline(back.heard)).toEqual([`incident.created ${at + 1}`, `message ${at + 1}`]);
  });

  it('that Redis never carried is found in the log, by both, in order', async () => {
    const here = await watch(first);
    const there = await watch(second);
    const from = await revisionOf(first);
    // A third process without the Redis of the others: all it commits is silent.
    const silent = await startApp({
      env: { DATABASE_URL: postgres.url, ADMIN_API_TOKEN: apiToken, DEMO: 'false' },
    });
    const aside = await publisherAt(silent);
    for (const name of ['One', 'Two', 'Three']) await aside.openIncident(name);
    await publisher.openIncident('Four');
    for (const stream of [here, there]) {
      await stream.next(stateAt(from + 4));
      const revisions = stream.heard
        .filter(({ name }) => name === 'incident.created')
        .map(({ json }) => json.revision);
      expect(revisions).toEqual([from + 1, from + 2, from + 3, from + 4]);
    }
    await silent.stop();
  });

  it('two hundred times at once, in both processes, gives as many ordered revisions and loses no update', async () => {
    const id = await publisher.openIncident('Busy');
    const from = await revisionOf(first);
    const streams = [await watch(first), await watch(second)];
    const publishers = [publisher, await publisherAt(second)];
    const bodies = Array.from({ length: 200 }, (_, i) => `Update ${i}`);
    await Promise.all(bodies.map((body, i) => publishers[i % 2]?.update(id, body)));
    for (const stream of streams) {
      const { json } = await stream.next(stateAt(from + 200));
      const revisions = stream.heard
        .filter(({ name }) => name === 'incident.updated')
        .map((e) => e.json.revision);
      expect(revisions).toEqual(bodies.map((_, i) => from + 1 + i));
      const said = json.incidents.find((incident: { id: string }) => incident.id === id).updates;
      expect(said.map((update: { body: string }) => update.body).toSorted()).toEqual(
        ['We are looking.', ...bodies].toSorted(),
      );
      const states = stream.heard
        .filter(({ name }) => name === 'message')
        .map((event) => event.json.revision);
      expect(states).toEqual(states.toSorted((a, b) => a - b));
    }
  }, 120_000);
});

describe('what other programs publish on Redis', () => {
  const outside = { statusLabel: 'partial_outage', services: [], incidents: [{ id: 'theirs', note: '✓' }] };

  it('reaches every open stream as an unnamed message without id, and is not kept', async () => {
    const streams = [await watch(first), await watch(second)];
    const at = await revisionOf(first);
    const other = otherProgram();
    await other.publish('status:updates', JSON.stringify(outside));
    for (const stream of streams) {
      const heard = await stream.next(({ json }) => json.incidents?.[0]?.id === 'theirs');
      expect(heard).toMatchObject({ name: 'message', json: outside });
      expect(stream.text).toContain(`\n\ndata: ${JSON.stringify(outside)}\n\n`);
    }
    expect((await watch(first)).heard).toMatchObject([{ id: `${at}`, json: { revision: at } }]);
  });

  it('when malformed is dropped, and the streams go on', async () => {
    const stream = await watch(second);
    const at = await revisionOf(second);
    const other = otherProgram();
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{"statusLabel":"fine"}',
      `{"events":[{}],"revision":${at + 1}}`,
    ]) {
      await other.publish('status:updates', text);
    }
    await other.publish('status:updates', Buffer.from([0xff, 0xfe, 0x00]));
    await publisher.openIncident('After the noise');
    await stream.next(stateAt(at + 1));
    expect(outline(stream.heard)).toEqual([
      `message ${at}`,
      `incident.created ${at + 1}`,
      `message ${at + 1}`,
    ]);
    expect(second.output).toContain('dropped what was published on status:updates');
  });
});

describe('an outage', () => {
  it('of Redis: its own process shows a publish at once, the other from the log, and both are quick again after it', async () => {
    const here = await watch(first);
    const there = await watch(second);
    const at = await revisionOf(first);
    await redis.kill();
    await publisher.openIncident('Without Redis');
    // The answer comes after the process's own readers were shown it.
    expect(await revisionOf(first)).toBe(at + 1);
    await here.next(stateAt(at + 1));
    await there.next(stateAt(at + 1));
    expect(await readiness(first)).toMatchObject({
      code: 200,
      status: 'degraded',
      checks: { redis: 'down' },
    });

    await redis.restart();
    await until(async () => {
      for (const app of [first, second]) expect(await readiness(app)).toMatchObject({ status: 'ready' });
    });
    const other = otherProgram();
    expect(await other.publish('status:updates', '{}')).toBe(2);
    await publisher.openIncident('With Redis again');
    for (const stream of [here, there]) {
      await stream.next(stateAt(at + 2));
      expect(outline(stream.heard).slice(1)).toEqual([
        `incident.created ${at + 1}`,
        `message ${at + 1}`,
        `incident.created ${at + 2}`,
        `message ${at + 2}`,
      ]);
    }
  });

  it('of Postgres: the last known state is shown as stale, then clean, with what came in between', async () => {
    const stream = await watch(first);
    const at = await revisionOf(first);
    await postgres.stop();
    const stale = await stream.next(({ json }) => json.stale === true);
    expect(stale.json).toMatchObject({ revision: at, staleSince: expect.stringMatching(/^20\d\d-.*Z$/) });
    expect(stream.text).toMatch(/\n\ndata: \{[^\n]*"stale":true/);
    expect((await watch(first)).heard[0]).toMatchObject({ json: { stale: true, revision: at } });
    expect(await (await fetch(`${first.url}/api/status`)).json()).toMatchObject({
      stale: true,
      revision: at,
    });
    expect(await readiness(first)).toMatchObject({
      code: 503,
      status: 'unavailable',
      checks: { postgres: 'down' },
    });
    expect((await fetch(`${first.url}/api/health/live`)).status).toBe(200);

    postgres = await startTestPostgres({ dataDir: postgres.dataDir, port: postgres.port });
    await stream.next((event) => stateAt(at)(event) && stream.heard.indexOf(event) > 1);
    expect(stream.heard.at(-1)?.json).not.toHaveProperty('stale');
    await until(async () => expect(await readiness(first)).toMatchObject({ code: 200, status: 'ready' }));
    await publisher.openIncident('After the outage');
    await stream.next(stateAt(at + 1));
  }, 60_000);

  it('that ends with a database restored to an earlier time: everyone starts afresh, and goes on from there', async () => {
    const streams = [await watch(first), await watch(second)];
    const at = await revisionOf(first);
    const restored = at - 3;
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query('begin');
    await client.query('delete from status_event where revision > $1', [restored]);
    await client.query('update status_revision set value = $1', [restored]);
    await client.query('commit');
    await client.end();
    for (const stream of streams) {
      const { json } = await stream.next(stateAt(restored));
      expect(json.reset).toBe(true);
    }
    await publisher.openIncident('After the restoration');
    for (const stream of streams) {
      await stream.next(stateAt(restored + 1));
      expect(outline(stream.heard)).toEqual([
        `message ${at}`,
        `message ${restored}`,
        `incident.created ${restored + 1}`,
        `message ${restored + 1}`,
      ]);
    }
  });

  it('of one process: its readers are told to come back, and miss nothing', async () => {
    const stream = await watch(second);
    const at = await revisionOf(second);
    const stopped = second.stop();
    const done = await stream.next(({ name }) => name === 'done');
    expect(done.json).toEqual({ reason: 'shutdown', retryMs: expect.any(Number) });
    expect(stream.text).toMatch(/retry: \d+\nevent: done\ndata: [^\n]+\n\n$/);
    expect(await stopped).toBe(0);
    await publisher.openIncident('While it was down');
    await second.restart();
    const back = await watch(second, { 'last-event-id': `${at}` });
    await back.next(stateAt(at + 1));
    expect(outline(back.heard)).toEqual([`incident.created ${at + 1}`, `message ${at + 1}`]);
  });
});

it('hearts beat for proxies and for clients', async () => {
  const stream = await watch(first);
  const ping = await stream.next(({ name }) => name === 'ping');
  expect(ping.json).toEqual({ revision: await revisionOf(first), now: expect.stringMatching(/Z$/) });
  expect(stream.text).toContain('\n\n: heartbeat\n\nevent: ping\ndata: ');
});
