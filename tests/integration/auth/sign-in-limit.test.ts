import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSignInLimit, type SignInLimit } from '@/lib/auth/sign-in-limit';
import { startRedis, type TestRedis } from '../../support/redis';

let server: TestRedis;
let connections: Redis[] = [];

beforeAll(async () => {
  server = await startRedis();
});
beforeEach(() => server.restart());
afterEach(() => {
  for (const connection of connections) connection.disconnect();
  connections = [];
});
afterAll(() => server.stop());

/** Limits of a process of their own on the shared Redis. */
async function limitOfAProcess(): Promise<SignInLimit> {
  const connection = new Redis(server.url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 500,
  });
  connection.on('error', () => {});
  connections.push(connection);
  await new Promise((resolve) => connection.once('ready', resolve));
  return createSignInLimit(connection);
}

const from = (last: number) => ({ address: `192.0.2.${last}`, email: `${last}@example.com` });

test('processes count together in Redis, without an e-mail address in it, and what is there expires', async () => {
  const [one, two] = [await limitOfAProcess(), await limitOfAProcess()];
  for (let n = 0; n < 5; n += 1) {
    expect(await one.take(from(1))).toBe(0);
    expect(await two.take(from(1))).toBe(0);
  }
  expect(await one.take(from(1))).toBeGreaterThan(0);
  expect(await two.take(from(1))).toBeGreaterThan(0);
  expect(await two.take(from(2))).toBe(0);
  const [redis] = connections;
  const keys = (await redis?.keys('*')) ?? [];
  expect(keys.join()).not.toContain('example.com');
  expect(keys.length).toBeGreaterThan(0);
  for (const key of keys) expect(await redis?.ttl(key)).toBeGreaterThan(0);
});

test('an account counts over all addresses', async () => {
  const limit = await limitOfAProcess();
  for (let n = 0; n < 20; n += 1) expect(await limit.take({ ...from(n), email: 'ada@example.com' })).toBe(0);
  expect(await limit.take({ ...from(99), email: 'ada@example.com' })).toBeGreaterThan(0);
});

test('a success is not counted', async () => {
  const limit = await limitOfAProcess();
  for (let n = 0; n < 50; n += 1) {
    expect(await limit.take(from(1))).toBe(0);
    await limit.giveBack(from(1));
  }
});

test('while Redis is down this process counts by itself, without waiting for it', async () => {
  const limit = await limitOfAProcess();
  await server.kill();
  const begun = performance.now();
  for (let n = 0; n < 10; n += 1) expect(await limit.take(from(1))).toBe(0);
  expect(await limit.take(from(1))).toBeGreaterThan(0);
  await limit.giveBack(from(2));
  expect(performance.now() - begun).toBeLessThan(3_000);
});
