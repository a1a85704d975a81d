import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app';
import { createTestDatabase } from '../support/postgres';
import { rawRequest } from './live/raw-request';
import { readinessOf, until } from './live/two-processes';

let app: TestApp;
let database: Awaited<ReturnType<typeof createTestDatabase>>;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await startApp({ env: { DATABASE_URL: database.url } });
  // The first state may take longer than an answer waits for it.
  await until(async () => expect(await readinessOf(app)).toMatchObject({ status: 'ready' }));
});
afterAll(async () => {
  await app?.stop();
  await database?.drop();
});

type Headers = Record<string, string>;
const ask = async (path: string, headers: Headers = {}, method = 'GET') => {
  const response = await fetch(app.url + path, { method, headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe.each([
  '/api/status',
  '/api/uptime',
  '/api/v2/summary.json',
  '/api/v2/incidents.json',
  '/history.rss',
  '/maintenance.ics',
])('%s, answered before Next', (path) => {
  /** The same address in another spelling, which Next answers by the same rules. */
  const otherSpelling = `/.${path}`;

  it.each([
    ['GET', {}],
    ['HEAD', {}],
    ['OPTIONS', {}],
    ['POST', {}],
    ['GET', { 'if-none-match': '*' }],
    ['GET', { 'if-none-match': '"another"' }],
  ] as [string, Headers][])('%s with %o is the answer that the route gives', async (method, headers) => {
    const [direct, byRoute] = await Promise.all(
      [path, otherSpelling].map((spelling) =>
        rawRequest({ port: app.port, path: spelling, method, headers }),
      ),
    );
    await expect.poll(() => direct?.isEnded && byRoute?.isEnded).toBe(true);
    expect(direct?.status).toBe(byRoute?.status);
    expect(direct?.text).toBe(byRoute?.text);
    const told = [
      'access-control-',
      'etag',
      'last-modified',
      'cache-control',
      'content-type',
      'allow',
      'x-content-',
    ];
    const tellable = (answer: typeof direct) =>
      Object.entries(answer?.headers ?? {}).filter(([name]) => told.some((one) => name.startsWith(one)));
    expect(Object.fromEntries(tellable(direct))).toEqual(Object.fromEntries(tellable(byRoute)));
    for (const answer of [direct, byRoute]) answer?.close();
  });

  it('is compressed once for those who take it, under a tag of its own', async () => {
    const plain = await ask(path, { 'accept-encoding': 'identity' });
    for (const coding of ['gzip', 'br']) {
      const answer = await ask(path, { 'accept-encoding': coding });
      expect(answer.headers.get('content-encoding')).toBe(coding);
      expect(answer.headers.get('etag')).toBe(`W/${plain.headers.get('etag')}`);
      expect(answer.text).toBe(plain.text);
      const again = await ask(path, {
        'accept-encoding': coding,
        'if-none-match': answer.headers.get('etag') ?? '',
      });
      expect([again.status, again.headers.get('etag')]).toEqual([304, answer.headers.get('etag')]);
    }
    expect(plain.headers.get('vary')).toBe('Accept-Encoding');
  });

  it('takes no notice of a query', async () => {
    expect((await ask(`${path}?x=1`)).text).toBe((await ask(path)).text);
  });
});

it('an address that is none of them is Next’s to answer', async () => {
  expect((await ask('/api/v2/nothing.json')).status).toBe(404);
  expect((await ask('/api/statuses')).status).toBe(404);
});
