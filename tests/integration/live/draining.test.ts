import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app';
import { createTestDatabase } from '../../support/postgres';
import { type RawAnswer, rawRequest } from './raw-request';
import { until } from './two-processes';

/** Their goodbyes take a second, long enough to look at the process meanwhile. */
const readers = 1_000;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let leaving: TestApp;
let staying: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  const env = { DATABASE_URL: database.url, STREAM_MAX_PER_ADDRESS: '0' };
  leaving = await startApp({ env });
  staying = await startApp({ env });
}, 120_000);
afterAll(async () => {
  await Promise.all([leaving?.stop(), staying?.stop()]);
  await database?.drop();
});

const streamOf = (app: TestApp) => rawRequest({ port: app.port, path: '/api/status/stream' });

it('a process that is told to stop says goodbye to its readers a few at a time, takes no new ones, and ends', async () => {
  const open: RawAnswer[] = [];
  while (open.length < readers) {
    open.push(...(await Promise.all(Array.from({ length: 100 }, () => streamOf(leaving)))));
  }
  const stays = await streamOf(staying);
  const stopped = leaving.stop();
  const goneSoFar = () => open.filter(({ isEnded }) => isEnded).length;
  await until(() => expect(goneSoFar()).toBeGreaterThan(0));
  const [refused, ready] = await Promise.all([
    streamOf(leaving),
    rawRequest({ port: leaving.port, path: '/api/health/ready' }),
  ]);
  expect(goneSoFar()).toBeLessThan(readers);
  expect([refused.status, ready.status]).toEqual([503, 503]);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);

  expect(await stopped).toBe(0);
  await until(() => expect(goneSoFar()).toBe(readers));
  const retries = open.map(({ text }) => {
    const goodbye = /\nretry: (\d+)\nevent: done\ndata: \{"reason":"shutdown","retryMs":(\d+)\}\n\n$/.exec(
      text,
    );
    expect(goodbye?.[1]).toBe(goodbye?.[2]);
    return Number(goodbye?.[1]);
  });
  expect(new Set(retries).size).toBeGreaterThan(readers / 4);

  expect((await streamOf(staying)).status).toBe(200);
  expect(stays.isEnded).toBe(false);
}, 60_000);
