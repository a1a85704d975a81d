import { describe, expect, it } from 'vitest';
import { startRedisSentinels } from '../../support/redis-sentinel';
import { revisionOf } from '../live/publisher';
import { startTwoProcessesOn } from '../live/two-processes';
import { heardAll, publishUntil, redisCarries, redisIs, watchBoth } from './both-readers';

const both = startTwoProcessesOn(startRedisSentinels);

describe('two processes on a Redis with sentinels', () => {
  it('keep publishing while the primary dies, and meet again at the one that takes its place', async () => {
    await both.redis.isSettled();
    const readers = await watchBoth(both);
    const at = await revisionOf(both.first);
    const lost = await both.redis.primary();
    await lost.kill();
    await redisIs('down', both);
    const count = await publishUntil(both, redisIs('up', both));
    await heardAll(both, readers, at, count);
    expect(await both.redis.primary()).not.toBe(lost);
    await redisCarries(both.redis.url, readers);
    await lost.restart();
  }, 90_000);

  it('leave a primary that hangs without closing anything', async () => {
    await both.redis.isSettled();
    const readers = await watchBoth(both);
    const at = await revisionOf(both.first);
    const hung = await both.redis.primary();
    hung.pause();
    await redisIs('down', both);
    const count = await publishUntil(both, redisIs('up', both));
    await heardAll(both, readers, at, count);
    await redisCarries(both.redis.url, readers);
    hung.resume();
    await both.redis.isSettled();
    await redisCarries(both.redis.url, readers);
  }, 90_000);

  it('go on without any sentinel, and without any Redis', async () => {
    await both.redis.isSettled();
    const readers = await watchBoth(both);
    const at = await revisionOf(both.first);
    await Promise.all(both.redis.sentinels.map((sentinel) => sentinel.kill()));
    await both.publisher.openIncident('Without sentinels');
    await heardAll(both, readers, at, 1);
    await redisIs('up', both);
    await Promise.all(both.redis.servers.map((server) => server.kill()));
    await redisIs('down', both);
    await both.publisher.openIncident('Without Redis');
    await heardAll(both, readers, at, 2);
    await Promise.all([...both.redis.servers, ...both.redis.sentinels].map((server) => server.restart()));
    await redisIs('up', both);
    await redisCarries(both.redis.url, readers);
  }, 90_000);
});
