import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app';
import { readExposition } from '../../support/exposition';
import { createTestDatabase } from '../../support/postgres';
import { startTwoProcesses, until } from '../live/two-processes';

const both = startTwoProcesses();
const metricsToken = 'a-token-for-scraping';

async function scrape(app: TestApp) {
  const answer = await fetch(`${app.url}/metrics`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  return readExposition(await answer.text());
}

describe('/metrics', () => {
  it('counts streams as they open and close, and how they began', async () => {
    const before = await scrape(both.first);
    expect(before.value('signalbox_stream_open')).toBe(0);
    const streams = [await both.watch(both.first), await both.watch(both.first)];
    const during = await scrape(both.first);
    expect(during.value('signalbox_stream_open')).toBe(2);
    const rise = (name: string, labels?: Record<string, string>) =>
      (during.value(name, labels) ?? 0) - (before.value(name, labels) ?? 0);
    expect(rise('signalbox_stream_opened_total')).toBe(2);
    expect(rise('signalbox_stream_resumes_total', { kind: 'new' })).toBe(2);
    // Counted with the next heartbeat.
    await until(async () => {
      const { value } = await scrape(both.first);
      expect(value('signalbox_stream_written_bytes_total', { encoding: 'identity' })).toBeGreaterThan(0);
    });
    for (const stream of streams) stream.close();
    await until(async () => {
      const { value } = await scrape(both.first);
      expect(value('signalbox_stream_open')).toBe(0);
      expect(value('signalbox_stream_closed_total', { reason: 'left' })).toBe(2);
    });
  });

  it('counts those who are not let in', async () => {
    const answer = await fetch(`${both.first.url}/api/status/stream`, {
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(answer.status).toBe(403);
    const { value } = await scrape(both.first);
    expect(value('signalbox_stream_rejected_total', { reason: 'forbidden' })).toBe(1);
  });

  it('counts a publish where it was made, and its events and revision on every process', async () => {
    const stream = await both.watch(both.second);
    const before = await scrape(both.first);
    const there = await scrape(both.second);
    await both.publisher.openIncident('To be counted');
    await stream.next(({ name }) => name === 'incident.created');
    const after = await scrape(both.first);
    const committed = { outcome: 'committed' };
    expect(after.value('signalbox_publishes_total', committed)).toBe(
      (before.value('signalbox_publishes_total', committed) ?? 0) + 1,
    );
    expect(after.value('signalbox_publish_commit_seconds_count')).toBeGreaterThan(0);
    expect(after.value('signalbox_publish_queue')).toBe(0);
    expect(after.value('signalbox_postgres_pool_connections')).toBeGreaterThan(0);
    expect(after.value('signalbox_snapshot_requests_total', { source: 'built' })).toBeGreaterThan(0);
    const change = { kind: 'change' };
    expect((await scrape(both.second)).value('signalbox_stream_events_total', change)).toBe(
      (there.value('signalbox_stream_events_total', change) ?? 0) + 1,
    );
    for (const name of ['signalbox_publish_to_write_seconds_count', 'signalbox_stream_fan_out_seconds_count'])
      expect((await scrape(both.second)).value(name)).toBeGreaterThan(there.value(name) ?? 0);
    for (const [app, earlier] of [
      [both.first, before],
      [both.second, there],
    ] as const) {
      const now = await scrape(app);
      expect(now.value('signalbox_revision')).toBe((earlier.value('signalbox_revision') ?? 0) + 1);
    }
  });

  it('counts requests by the pattern of their route, however many paths there are', async () => {
    const paths = ['/incidents/aaa', '/incidents/bbb?x=1', '/no-such-page-1', '/no-such-page-2', '/'];
    for (const path of paths) await (await fetch(`${both.first.url}${path}`)).text();
    await until(async () => {
      const { families, value } = await scrape(both.first);
      const get = { method: 'GET' };
      expect(
        value('signalbox_http_requests_total', { ...get, route: '/incidents/[id]', status: '404' }),
      ).toBe(2);
      expect(value('signalbox_http_requests_total', { ...get, route: 'other', status: '404' })).toBe(2);
      expect(
        value('signalbox_http_request_duration_seconds_count', { ...get, route: '/', status: '200' }),
      ).toBe(1);
      expect(JSON.stringify(families)).not.toMatch(/aaa|no-such-page/);
      expect(value('signalbox_http_requests_total', { route: '/api/status/stream' })).toBeUndefined();
    });
  });

  it('tells of the event loop and the process', async () => {
    const { value } = await scrape(both.first);
    expect(value('signalbox_event_loop_lag_seconds_count')).toBeGreaterThan(0);
    expect(value('signalbox_process_cpu_seconds_total')).toBeGreaterThan(0);
    expect(value('signalbox_process_memory_bytes', { kind: 'rss' })).toBeGreaterThan(10_000_000);
    expect(value('signalbox_build_info')).toBe(1);
  });

  it('tells whether Redis is up', async () => {
    await until(async () => expect((await scrape(both.first)).value('signalbox_redis_up')).toBe(1));
    await both.redis.kill();
    await until(async () => expect((await scrape(both.first)).value('signalbox_redis_up')).toBe(0));
    await both.redis.restart();
    await until(async () => expect((await scrape(both.first)).value('signalbox_redis_up')).toBe(1));
  });
});

describe('/metrics with METRICS_TOKEN', () => {
  let app: TestApp;
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  beforeAll(async () => {
    database = await createTestDatabase();
    app = await startApp({ env: { DATABASE_URL: database.url, METRICS_TOKEN: metricsToken } });
  });
  afterAll(async () => {
    await app?.stop();
    await database?.drop();
  });

  it.each([
    [undefined, 401],
    ['Bearer', 401],
    ['Bearer a-token-for-scrapinG', 401],
    [`Bearer ${metricsToken}x`, 401],
    [`Basic ${metricsToken}`, 401],
    [`Bearer ${metricsToken}`, 200],
    [`bearer ${metricsToken}`, 200],
  ])('answers %s with %i', async (authorization, status) => {
    const answer = await fetch(`${app.url}/metrics`, { headers: authorization ? { authorization } : {} });
    expect(answer.status).toBe(status);
    const text = await answer.text();
    if (status === 200) return expect(readExposition(text).value('signalbox_stream_open')).toBe(0);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="metrics"');
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(JSON.parse(text)).toMatchObject({ status: 401 });
    expect(text).not.toContain(metricsToken);
  });

  it('says nothing of a Redis that is not set', async () => {
    const headers = { authorization: `Bearer ${metricsToken}` };
    const { value } = readExposition(await (await fetch(`${app.url}/metrics`, { headers })).text());
    expect(value('signalbox_redis_up')).toBeUndefined();
  });
});
