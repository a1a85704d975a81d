import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { startTestPostgres } from '../../support/postgres';
import { outline, stateAt } from '../../support/stream-client';
import { revisionOf } from './publisher';
import { readinessOf, startTwoProcesses, until } from './two-processes';

const both = startTwoProcesses();

describe('an outage', () => {
  it('of Redis: its own process shows a publish at once, the other from the log, and both are quick again after it', async () => {
    const here = await both.watch(both.first);
    const there = await both.watch(both.second);
    const at = await revisionOf(both.first);
    await both.redis.kill();
    await both.publisher.openIncident('Without Redis');
    // The answer comes after the process's own readers were shown it.
    expect(await revisionOf(both.first)).toBe(at + 1);
    await here.next(stateAt(at + 1));
    await there.next(stateAt(at + 1));
    expect(await readinessOf(both.first)).toMatchObject({
      code: 200,
      status: 'degraded',
      checks: { redis: 'down' },
    });

    await both.redis.restart();
    await until(async () => {
      for (const app of [both.first, both.second])
        expect(await readinessOf(app)).toMatchObject({ status: 'ready' });
    });
    const other = both.otherProgram();
    expect(await other.publish('status:updates', '{}')).toBe(2);
    await both.publisher.openIncident('With Redis again');
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
    const stream = await both.watch(both.first);
    const at = await revisionOf(both.first);
    await both.postgres.stop();
    const stale = await stream.next(({ json }) => json.stale === true);
    expect(stale.json).toMatchObject({ revision: at, staleSince: expect.stringMatching(/^20\d\d-.*Z$/) });
    expect(stream.text).toMatch(/\n\ndata: \{[^\n]*"stale":true/);
    expect((await both.watch(both.first)).heard[0]).toMatchObject({ json: { stale: true, revision: at } });
    expect(await (await fetch(`${both.first.url}/api/status`)).json()).toMatchObject({
      stale: true,
      revision: at,
    });
    expect(await readinessOf(both.first)).toMatchObject({
      code: 503,
      status: 'unavailable',
      checks: { postgres: 'down' },
    });
    expect((await fetch(`${both.first.url}/api/health/live`)).status).toBe(200);

    both.postgres = await startTestPostgres({ dataDir: both.postgres.dataDir, port: both.postgres.port });
    await stream.next((event) => stateAt(at)(event) && stream.heard.indexOf(event) > 1);
    expect(stream.heard.at(-1)?.json).not.toHaveProperty('stale');
    await until(async () =>
      expect(await readinessOf(both.first)).toMatchObject({ code: 200, status: 'ready' }),
    );
    await both.publisher.openIncident('After the outage');
    await stream.next(stateAt(at + 1));
  }, 60_000);

  it('that ends with a database restored to an earlier time: everyone starts afresh, and goes on from there', async () => {
    const streams = [await both.watch(both.first), await both.watch(both.second)];
    const at = await revisionOf(both.first);
    const restored = at - 3;
    const client = new pg.Client({ connectionString: both.postgres.url });
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
    await both.publisher.openIncident('After the restoration');
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
    const stream = await both.watch(both.second);
    const at = await revisionOf(both.second);
    const stopped = both.second.stop();
    const done = await stream.next(({ name }) => name === 'done');
    expect(done.json).toEqual({ reason: 'shutdown', retryMs: expect.any(Number) });
    expect(stream.text).toMatch(/retry: \d+\nevent: done\ndata: [^\n]+\n\n$/);
    expect(await stopped).toBe(0);
    await both.publisher.openIncident('While it was down');
    await both.second.restart();
    const back = await both.watch(both.second, { 'last-event-id': `${at}` });
    await back.next(stateAt(at + 1));
    expect(outline(back.heard)).toEqual([`incident.created ${at + 1}`, `message ${at + 1}`]);
  });
});
