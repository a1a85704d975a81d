import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app';
import { createTestDatabase } from '../../support/postgres';
import { site } from '../../unit/live/origin-guard-table';
import { type RawAnswer, rawRequest } from './raw-request';
import { until } from './two-processes';

/** Streams of one address, and in all. */
const perAddress = 3;
const total = 8;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let behindProxy: TestApp;
let unaware: TestApp;
const open: RawAnswer[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  const env = {
    DATABASE_URL: database.url,
    PUBLIC_URL: site,
    STREAM_MAX_PER_ADDRESS: `${perAddress}`,
    STREAM_MAX: `${total}`,
  };
  unaware = await startApp({ env });
  behindProxy = await startApp({ env: { ...env, TRUSTED_PROXIES: '127.0.0.1' } });
}, 120_000);
afterEach(async () => {
  for (const answer of open.splice(0)) answer.close();
});
afterAll(async () => {
  await Promise.all([behindProxy?.stop(), unaware?.stop()]);
  await database?.drop();
});

const paths = [
  ['before Next', '/api/status/stream'],
  ['through the route', '/api/status/./stream'],
] as const;

async function ask(app: TestApp, path: string, from: string): Promise<RawAnswer> {
  const headers = { host: 'status.example.com', origin: site, 'x-forwarded-for': from };
  const answer = await rawRequest({ port: app.port, path, headers });
  open.push(answer);
  return answer;
}

/** Waits until the places of the test before are free again. */
async function askUntilOpen(app: TestApp, path: string, from: string): Promise<void> {
  await until(async () => expect((await ask(app, path, from)).status).toBe(200));
}

describe.each(paths)('too many streams %s', (_, path) => {
  const expectRefusal = async (answer: RawAnswer, status: number, title: string) => {
    expect(answer.status).toBe(status);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json',
      'access-control-allow-origin': site,
      'access-control-expose-headers': 'Retry-After',
    });
    expect(answer.headers.vary).toContain('Origin, Sec-Fetch-Site');
    await until(() => expect(answer.isEnded).toBe(true));
    expect(JSON.parse(answer.text)).toMatchObject({ status, title });
  };

  it('from one address are refused, and let in again when one has gone', async () => {
    for (let i = 0; i < perAddress; i += 1) await askUntilOpen(behindProxy, path, '192.0.2.1');
    await expectRefusal(await ask(behindProxy, path, '192.0.2.1'), 429, 'Too many streams');
    expect((await ask(behindProxy, path, '192.0.2.2')).status).toBe(200);
    open[0]?.close();
    await askUntilOpen(behindProxy, path, '192.0.2.1');
  });

  it('from one network of IPv6 count together', async () => {
    for (let i = 0; i < perAddress; i += 1) await askUntilOpen(behindProxy, path, `2001:db8:1:2::${i}`);
    expect((await ask(behindProxy, path, '2001:db8:1:2:ffff::9')).status).toBe(429);
    expect((await ask(behindProxy, path, '2001:db8:1:3::1')).status).toBe(200);
  });

  it('in all are refused', async () => {
    for (let i = 0; i < total; i += 1) await askUntilOpen(behindProxy, path, `192.0.2.${i}`);
    await expectRefusal(await ask(behindProxy, path, '192.0.2.99'), 503, 'Too many readers');
  });
});

it('visitors behind a proxy that nobody trusts count as one, and the log says what to set', async () => {
  for (let i = 0; i < perAddress; i += 1) await ask(unaware, '/api/status/stream', `192.0.2.${i}`);
  for (const from of ['192.0.2.98', '192.0.2.99'])
    expect((await ask(unaware, '/api/status/stream', from)).status).toBe(429);
  await until(() => expect(unaware.output.match(/name it in TRUSTED_PROXIES/g)).toHaveLength(1));
});
