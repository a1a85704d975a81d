import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app';
import { createTestDatabase } from '../../support/postgres';
import { openStream } from '../../support/stream-client';

/** The lines of the documentation, and the answers a client meets at the door of the built product. */
const site = 'https://status.example.com';
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let trial: TestApp;
let production: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  const env = { DATABASE_URL: database.url };
  trial = await startApp({ env });
  production = await startApp({
    env: { ...env, PUBLIC_URL: site, ALLOWED_ORIGINS: 'https://www.example.com' },
  });
}, 120_000);
afterAll(async () => {
  await Promise.all([trial?.stop(), production?.stop()]);
  await database?.drop();
});

/** Runs a line as a shell would and gives what it printed. curl ends by itself once `--max-time` has passed. */
async function shell(line: string): Promise<string> {
  const run = promisify(execFile)('sh', ['-c', line]);
  return (await run.catch((error: { stdout: string }) => error)).stdout;
}

const stream = (app: TestApp) => `${app.url}/api/status/stream`;
const atSite = { host: 'status.example.com', origin: site };

describe('curl', () => {
  it('on this machine: curl -N http://localhost:PORT/api/status/stream', async () => {
    const printed = await shell(`curl -sN --max-time 2 ${stream(trial)}`);
    expect(printed).toMatch(/^retry: [234]\d{3}\n: connected\n\nid: \d+\ndata: \{"statusLabel":.*\}\n\n/);
  });

  it('in production without an Origin is refused, in words', async () => {
    const printed = await shell(`curl -sN --max-time 5 -H 'Host: status.example.com' ${stream(production)}`);
    expect(JSON.parse(printed)).toMatchObject({ status: 403, title: 'Forbidden' });
  });

  it('in production: curl -N -H "Origin: …" …/api/status/stream', async () => {
    const line = `curl -sN --max-time 2 -H 'Host: status.example.com' -H "Origin: ${site}" ${stream(production)}`;
    expect(await shell(line)).toMatch(/^retry: [234]\d{3}\n: connected\n\nid: \d+\ndata: \{"statusLabel":/);
  });
});

describe('the stream at the door', () => {
  it('answers with the headers of the contract', async () => {
    const opened = await openStream(stream(production), atSite);
    expect(opened.status).toBe(200);
    expect(opened.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-store, no-transform',
      'x-accel-buffering': 'no',
      'access-control-allow-origin': site,
      'transfer-encoding': 'chunked',
    });
    expect(opened.headers.vary).toContain('Origin, Sec-Fetch-Site');
    expect(opened.headers).not.toHaveProperty('content-encoding');
    opened.close();
  });

  it('is deflated for whoever takes gzip and does not ask for it plain', async () => {
    const gzip = { 'accept-encoding': 'gzip, br, zstd' };
    const deflated = await openStream(stream(trial), gzip);
    expect(deflated.headers['content-encoding']).toBe('gzip');
    deflated.close();
    const plain = await openStream(`${stream(trial)}?encoding=identity`, gzip);
    expect(plain.headers).not.toHaveProperty('content-encoding');
    await plain.next(({ name }) => name === 'message');
    plain.close();
  });

  it('gives a HEAD the headers, and ends', async () => {
    const head = await fetch(stream(trial), { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  });

  it.each([
    ['an allowed origin', 'https://www.example.com', 204],
    ['another', 'https://attacker.example', 403],
  ])('answers the preflight of %s', async (_, origin, status) => {
    const answer = await openStream(stream(production), { ...atSite, origin }, 'OPTIONS');
    expect(answer.status).toBe(status);
    expect(answer.headers['access-control-allow-origin']).toBe(status === 204 ? origin : undefined);
    expect(answer.headers['access-control-allow-methods']).toBe(status === 204 ? 'GET, HEAD' : undefined);
    expect(answer.headers.vary).toContain('Origin, Sec-Fetch-Site');
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])(
    'refuses %s and says what is allowed',
    async (method) => {
      const answer = await openStream(stream(production), atSite, method);
      expect(answer.status).toBe(405);
      expect(answer.headers).toMatchObject({
        allow: 'GET, HEAD, OPTIONS',
        'access-control-allow-origin': site,
        'content-type': 'application/problem+json',
      });
    },
  );

  it.each([
    ['another origin', { ...atSite, origin: `${site}.attacker.com` }],
    ['null', { ...atSite, origin: 'null' }],
    ['another host', { ...atSite, host: 'attacker.com' }],
    ['cross-site', { host: atSite.host, 'sec-fetch-site': 'cross-site' }],
  ])('refuses %s', async (_, headers) => {
    const answer = await openStream(stream(production), headers);
    expect(answer.status).toBe(403);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.headers.vary).toContain('Origin, Sec-Fetch-Site');
  });

  it('lets the page itself in, as a browser asks', async () => {
    const answer = await openStream(stream(production), {
      host: atSite.host,
      'sec-fetch-site': 'same-origin',
    });
    expect(answer.status).toBe(200);
    answer.close();
  });
});

describe('GET /api/status', () => {
  it('gives the state, and 304 to whoever has it', async () => {
    const answer = await fetch(`${trial.url}/api/status`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    const state = (await answer.json()) as { revision: number };
    const opened = await openStream(stream(trial));
    expect((await opened.next(({ name }) => name === 'message')).json).toEqual(state);
    opened.close();

    const etag = answer.headers.get('etag') ?? '';
    const again = await fetch(`${trial.url}/api/status`, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    const head = await fetch(`${trial.url}/api/status`, { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', etag]);
  });
});

describe('health', () => {
  it('is live and ready', async () => {
    const live = await fetch(`${trial.url}/api/health/live`);
    expect([live.status, await live.json()]).toEqual([200, { status: 'live' }]);
    const ready = await fetch(`${trial.url}/api/health/ready`);
    const checks = { postgres: 'up', redis: 'off', stream: 'up' };
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', checks }]);
  });
});

it('a page carries its security headers', async () => {
  const { headers } = await fetch(trial.url);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
  expect(headers.get('x-frame-options')).toBe('DENY');
});
