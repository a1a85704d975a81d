import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app';
import { startTestPostgres } from '../support/postgres';
import type { Json } from './api-v1-client';

/** The built product on a Postgres of its own: what Next and Node add to the handlers, and an outage. */
const token = 'the-operator-chose-this-long-token';
let postgres: Awaited<ReturnType<typeof startTestPostgres>>;
let app: TestApp;
let page: string;

beforeAll(async () => {
  postgres = await startTestPostgres();
  app = await startApp({ env: { DATABASE_URL: postgres.url, ADMIN_API_TOKEN: token, DEMO: 'false' } });
  page = (await ask('GET', '/pages')).body[0].id;
});
afterAll(async () => {
  await app?.stop();
  await postgres?.stop();
});

async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: (text ? JSON.parse(text) : null) as Json };
}

const askPage = (method: string, path: string, body?: unknown) => ask(method, `/pages/${page}${path}`, body);

it('a script of Statuspage runs as it is, `.json` addresses included', async () => {
  expect(page).toMatch(/^[a-z0-9]{12}$/);
  expect((await ask('GET', '/pages.json')).body).toEqual((await ask('GET', '/pages')).body);
  const { body: component } = await askPage('POST', '/components.json', { component: { name: 'Web' } });
  const asked = {
    name: 'Slow',
    component_ids: [component.id],
    components: { [component.id]: 'partial_outage' },
  };
  const opened = await askPage('POST', '/incidents.json', { incident: asked });
  expect(opened).toMatchObject({
    status: 201,
    body: { impact: 'major', shortlink: expect.stringContaining(app.url) },
  });
  const location = opened.headers.get('location') ?? '';
  expect((await ask('GET', location.replace('/api/v1', ''))).body).toEqual(opened.body);
  const resolved = await askPage('PATCH', `/incidents/${opened.body.id}.json`, {
    incident: { status: 'resolved' },
  });
  expect(resolved).toMatchObject({ status: 200, body: { status: 'resolved' } });
  expect((await askPage('GET', '/incidents/unresolved.json')).body).toEqual([]);
  expect((await askPage('DELETE', `/components/${component.id}`)).status).toBe(204);
});

describe('at the door', () => {
  it.each([
    ['HEAD', '/pages', 200],
    ['DELETE', '/pages', 405],
    ['POST', '/pages/x/incidents/unresolved', 405],
    ['GET', '/nothing/here', 404],
    ['GET', '/pages/nosuchpage00/components', 404],
  ])('%s %s answers %i', async (method, path, status) => {
    const answer = await ask(method, path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.has('allow')).toBe(status === 405);
  });

  it('a wrong token is 401', async () => {
    const answer = await ask('GET', '/pages', undefined, { authorization: 'Bearer wrong' });
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  it('a body that says it is over 1 MB is 413', async () => {
    expect((await askPage('POST', '/incidents', `"${'x'.repeat(1_000_000)}"`)).status).toBe(413);
  });

  it('a body that does not say how long it is, and does not end, is 413 while it is being sent', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sending = httpRequest(`${app.url}/api/v1/pages/${page}/incidents`, {
        method: 'POST',
        headers: { authorization: `OAuth ${token}`, 'content-type': 'application/json' },
      });
      const timer = setInterval(() => sending.write(Buffer.alloc(200_000, ' ')), 5);
      sending.on('response', (answer) => {
        clearInterval(timer);
        resolve(answer.statusCode);
        sending.destroy();
      });
      sending.on('error', reject);
    });
    expect(status).toBe(413);
  });
});

it('while Postgres is away it is 503 with Retry-After, and all is well when it is back', async () => {
  await postgres.stop();
  for (const [method, path, body] of [
    ['GET', '/incidents', undefined],
    ['POST', '/incidents', { incident: { name: 'Slow' } }],
    ['PATCH', '/components/x', { component: { name: 'x' } }],
  ] as const) {
    const answer = await askPage(method, path, body);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  }
  const unknown = await ask('GET', '/pages', undefined, { authorization: 'Bearer perhaps-a-token' });
  expect(unknown.status).toBe(503);
  postgres = await startTestPostgres({ dataDir: postgres.dataDir, port: postgres.port });
  await expect.poll(async () => (await askPage('GET', '/incidents')).status, { timeout: 15_000 }).toBe(200);
  expect((await askPage('POST', '/incidents', { incident: { name: 'Slow' } })).status).toBe(201);
});
