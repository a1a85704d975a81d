import { Redis } from 'ioredis';
import { afterAll, describe, expect, it } from 'vitest';
import { createSignInLimit } from '@/lib/auth/sign-in-limit';
import { parseRedisUrl, type RedisAddress } from '@/lib/cache/redis-address';
import { connectForCommands, type RedisConnection } from '@/lib/cache/redis-connections';
import type { TestRedis } from '../../support/redis';
import { startRedisCluster } from '../../support/redis-cluster';
import { revisionOf } from '../live/publisher';
import { startTwoProcessesOn, until } from '../live/two-processes';
import { heardAll, publishUntil, redisCarries, redisIs, watchBoth } from './both-readers';

const both = startTwoProcessesOn(startRedisCluster);
const connections: RedisConnection[] = [];

afterAll(() => {
  for (const connection of connections) connection.disconnect();
});

async function connected(): Promise<RedisConnection> {
  const connection = connectForCommands(parseRedisUrl(both.redis.url) as RedisAddress);
  connection.on('error', () => {});
  connections.push(connection);
  await until(() => expect(connection.status).toBe('ready'));
  return connection;
}

/** Asks one node alone. */
async function at<T>(node: TestRedis, ask: (connection: Redis) => Promise<T>): Promise<T> {
  const connection = new Redis(node.url);
  return ask(connection).finally(() => connection.disconnect());
}

const subscribersAt = (node: TestRedis) =>
  at(node, async (connection) => {
    const [, count] = (await connection.pubsub('NUMSUB', 'status:updates')) as [string, number];
    return Number(count);
  });

describe('two processes on a Redis cluster', () => {
  it('hear what is published at any of its nodes', async () => {
    const readers = await watchBoth(both);
    for (const node of both.redis.nodes) await redisCarries(node.url, readers);
    const from = await revisionOf(both.first);
    await both.publisher.openIncident('In a cluster');
    await heardAll(both, readers, from, 1);
  });

  it('keep the page in it, and share the count of failed sign-ins, whatever node holds a key', async () => {
    const revision = await revisionOf(both.first);
    const reader = await connected();
    expect(JSON.parse((await reader.get(`signalbox:snapshot:${revision}`)) ?? '{}')).toMatchObject({
      state: { revision },
    });
    const limits = [createSignInLimit(reader), createSignInLimit(await connected())];
    for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4']) {
      const waits: number[] = [];
      for (let i = 0; i < 11; i += 1) {
        const attempt = { address, email: `${address}-${i}@example.com` };
        waits.push((await limits[i % 2]?.take(attempt)) ?? Number.NaN);
      }
      expect(waits.slice(0, 10)).toEqual(Array(10).fill(0));
      expect(waits[10]).toBeGreaterThan(0);
    }
  });

  it('keep publishing while the node they listen at dies, and listen at another', async () => {
    const readers = await watchBoth(both);
    const from = await revisionOf(both.first);
    let lost: TestRedis | undefined;
    for (const node of both.redis.nodes) if ((await subscribersAt(node)) > 0) lost ??= node;
    await lost?.kill();
    const left = both.redis.nodes.filter((node) => node !== lost);
    const count = await publishUntil(
      both,
      until(async () => {
        const numbers = await Promise.all(left.map(subscribersAt));
        expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(2);
      }),
    );
    await heardAll(both, readers, from, count);
    for (const node of left) await redisCarries(node.url, readers);
    await redisIs('up', both);

    await lost?.restart();
    await both.redis.isWhole();
    for (const node of both.redis.nodes) await redisCarries(node.url, readers);
  }, 60_000);

  it('leave a node that hangs', async () => {
    const readers = await watchBoth(both);
    const from = await revisionOf(both.first);
    let hung: TestRedis | undefined;
    for (const node of both.redis.nodes) if ((await subscribersAt(node)) > 0) hung ??= node;
    hung?.pause();
    const left = both.redis.nodes.filter((node) => node !== hung);
    await until(async () => {
      const numbers = await Promise.all(left.map(subscribersAt));
      expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(2);
    });
    await both.publisher.openIncident('Beside a node that hangs');
    await heardAll(both, readers, from, 1);
    hung?.resume();
    await both.redis.isWhole();
    await redisIs('up', both);
  }, 60_000);

  it('go on without it, and find it again', async () => {
    const readers = await watchBoth(both);
    const from = await revisionOf(both.first);
    await Promise.all(both.redis.nodes.map((node) => node.kill()));
    await redisIs('down', both);
    await both.publisher.openIncident('Without a cluster');
    await heardAll(both, readers, from, 1);
    await Promise.all(both.redis.nodes.map((node) => node.restart()));
    await both.redis.isWhole();
    await redisIs('up', both);
    for (const node of both.redis.nodes) await redisCarries(node.url, readers);
  }, 60_000);
});
