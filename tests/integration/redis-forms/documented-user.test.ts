import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSignInLimit } from '@/lib/auth/sign-in-limit';
import { parseRedisUrl, type RedisAddress } from '@/lib/cache/redis-address';
import { connectForCommands, type RedisConnection } from '@/lib/cache/redis-connections';
import { startRedisServer, type TestRedis } from '../../support/redis';
import { until } from '../live/two-processes';
import { documentedUser } from './secured-places';

let server: TestRedis;
let connection: RedisConnection;

beforeAll(async () => {
  server = await startRedisServer([`user ${documentedUser('secret')}`]);
  const url = `redis://signalbox:secret@127.0.0.1:${server.port}`;
  connection = connectForCommands(parseRedisUrl(url) as RedisAddress);
  connection.on('error', () => {});
  await until(() => expect(connection.status).toBe('ready'));
});
afterAll(async () => {
  connection?.disconnect();
  await server?.stop();
});

it('the user of docs/redis.md may count failed sign-ins, and nothing of others', async () => {
  const limit = createSignInLimit(connection);
  const attempt = { address: '192.0.2.1', email: 'olive@example.com' };
  expect(await limit.take(attempt)).toBe(0);
  const key = 'signalbox:sign-in:address:address:192.0.2.1';
  expect(await connection.get(key)).toBe('1');
  await limit.giveBack(attempt);
  expect(await connection.get(key)).toBe('0');
  for (const denied of [() => connection.get('other'), () => connection.config('GET', 'requirepass')])
    await expect(denied()).rejects.toThrow('NOPERM');
});
