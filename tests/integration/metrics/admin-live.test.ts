import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAdminSession } from '../../support/admin-session';
import { startApp, type TestApp } from '../../support/app';
import { openStream } from '../../support/stream-client';
import { startTwoProcesses, until } from '../live/two-processes';

const both = startTwoProcesses();
const address = (app: TestApp) => `${app.url}/api/admin/live`;
const idOf = (app: TestApp) => expect.stringMatching(new RegExp(`:${app.pid}$`));

describe('the stream of processes', () => {
  it.each(['GET', 'HEAD', 'POST', 'OPTIONS'])(
    'answers %s of a stranger with 401 and no redirect',
    async (method) => {
      for (const cookie of ['', `signalbox_session=${'x'.repeat(43)}`]) {
        const answer = await fetch(address(both.first), { method, headers: { cookie }, redirect: 'manual' });
        expect(answer.status).toBe(401);
        expect(answer.headers.get('content-type')).toBe('application/problem+json');
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect(answer.headers.get('vary')).toContain('Origin');
        const text = await answer.text();
        if (method !== 'HEAD')
          expect(JSON.parse(text)).toMatchObject({ status: 401, title: 'Not signed in' });
      }
    },
  );

  it('shows an admin every process of the installation, once a second', async () => {
    const { cookie } = await openAdminSession(both.postgres.url);
    const stream = await openStream(address(both.first), { cookie });
    expect(stream.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(stream.headers['cache-control']).toBe('no-cache, no-store, no-transform');
    const { json } = await stream.next(({ name, json }) => name === 'processes' && json.length === 2);
    expect(json[0]).toMatchObject({ id: idOf(both.first), isHere: true, open: 0, redis: 'up' });
    expect(json[1]).toMatchObject({ id: idOf(both.second), isHere: false, open: 0, redis: 'up' });

    await both.watch(both.second);
    await stream.next(({ json }) => json[1]?.open === 1 && json[1].opened >= 1);
    await both.publisher.openIncident('To be seen');
    await stream.next(
      ({ json }) =>
        json.length === 2 &&
        json[0].revision > 0 &&
        json[0].revision === json[1].revision &&
        json[1].publishToWrite?.p50 >= 0,
    );
    stream.close();
  });

  it('drops a process that is gone', async () => {
    const { cookie } = await openAdminSession(both.postgres.url);
    const stream = await openStream(address(both.first), { cookie });
    await stream.next(({ json }) => json.length === 2);
    await both.second.stop();
    await stream.next(({ json }) => json[1]?.silentFor > 5_000);
    const last = stream.heard.length;
    await stream.next((event) => event.json.length === 1 && stream.heard.indexOf(event) >= last);
    await both.second.restart();
    await stream.next(({ json }) => json[1]?.id.endsWith(`:${both.second.pid}`));
    stream.close();
  });

  it('takes no word for figures that is none', async () => {
    const { cookie } = await openAdminSession(both.postgres.url);
    const other = both.otherProgram();
    for (const text of ['{', '[]', '{"id":"made up"}', 'x'.repeat(100_000)])
      await until(async () => expect(await other.publish('signalbox:processes', text)).toBe(2));
    const stream = await openStream(address(both.first), { cookie });
    const { json } = await stream.next(({ name }) => name === 'processes');
    expect(json.map(({ id }: { id: string }) => id)).not.toContain('made up');
    stream.close();
  });

  it('ends when the session ends', async () => {
    const session = await openAdminSession(both.postgres.url);
    const stream = await openStream(address(both.first), { cookie: session.cookie });
    await stream.next(({ name }) => name === 'processes');
    await session.end();
    const done = await stream.next(({ name }) => name === 'done');
    expect(done.json).toEqual({ reason: 'signed-out' });
    await expect.poll(() => stream.isClosed).toBe(true);
  });

  it('answers a HEAD without opening anything, and 405 to what it does not know', async () => {
    const { cookie } = await openAdminSession(both.postgres.url);
    const head = await fetch(address(both.first), { method: 'HEAD', headers: { cookie } });
    expect(head.status).toBe(200);
    expect(head.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const post = await fetch(address(both.first), { method: 'POST', headers: { cookie } });
    expect(post.status).toBe(405);
  });
});

describe('in production', () => {
  const origin = 'https://status.example.com';
  const elsewhere = 'https://www.example.com';
  let app: TestApp;
  let cookie: string;
  beforeAll(async () => {
    const env = { DATABASE_URL: both.postgres.url, PUBLIC_URL: origin, ALLOWED_ORIGINS: elsewhere };
    app = await startApp({ env });
    cookie = (await openAdminSession(both.postgres.url)).cookie.replace(/^/, '__Host-');
  });
  afterAll(async () => {
    await app?.stop();
  });

  it.each([
    ['its own page', { 'sec-fetch-site': 'same-origin' }, 200],
    ['its own origin', { origin }, 200],
    ['another origin, although it may listen to the status', { origin: elsewhere }, 403],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['nobody knows where', {}, 403],
  ])('answers a signed-in admin from %s with %i', async (_, headers, status) => {
    const host = new URL(origin).host;
    const stream = await openStream(address(app), { host, cookie, ...headers } as Record<string, string>);
    expect(stream.status).toBe(status);
    stream.close();
  });

  it('shows this process alone without Redis, and ends with the process', async () => {
    const headers = { host: new URL(origin).host, cookie, origin };
    const stream = await openStream(address(app), headers);
    const { json } = await stream.next(({ name }) => name === 'processes');
    expect(json).toHaveLength(1);
    expect(json[0]).toMatchObject({ id: idOf(app), redis: 'off' });
    expect(await app.stop()).toBe(0);
    expect((await stream.next(({ name }) => name === 'done')).json).toEqual({ reason: 'shutdown' });
  });
});
