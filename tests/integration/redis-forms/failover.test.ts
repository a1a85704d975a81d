import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseRedisUrl, type RedisAddress } from '@/lib/cache/redis-address';
import {
  connectForCommands,
  connectForSubscription,
  type RedisConnection,
} from '@/lib/cache/redis-connections';
import { type ChaosProxy, startChaosProxy } from '../../support/chaos-proxy';
import { startRedisSentinels, type TestSentinels } from '../../support/redis-sentinel';
import { until } from '../live/two-processes';

let place: TestSentinels;
let proxies: ChaosProxy[];
const connections: RedisConnection[] = [];
let lostPort: number;

beforeAll(async () => {
  place = await startRedisSentinels();
  proxies = await Promise.all(place.sentinels.map(({ port }) => startChaosProxy({ target: port })));
  const hosts = proxies.map(({ port }) => `127.0.0.1:${port}`).join(',');
  const address = parseRedisUrl(`redis+sentinel://${hosts}/mymaster`) as RedisAddress;
  for (let i = 0; i < 10; i += 1)
    connections.push(connectForCommands(address), connectForSubscription(address, null));
  for (const connection of connections) connection.on('error', () => {});
});
afterAll(async () => {
  for (const connection of connections) connection.disconnect();
  await Promise.all(proxies.map((proxy) => proxy.stop()));
  await place?.stop();
});

const allReady = () =>
  until(() => expect(new Set(connections.map(({ status }) => status))).toEqual(new Set(['ready'])));

const portsInUse = () =>
  new Set(connections.map((one) => one.status === 'ready' && (one as Redis).stream.remotePort));

it('a connection that asks far sentinels for the primary just when it changes finds the new one', async () => {
  await allReady();
  await place.isSettled();
  for (const proxy of proxies) proxy.set({ kind: 'latency', ms: 200 });
  const lost = await place.primary();
  lostPort = lost.port;
  await lost.kill();
  await until(async () => expect(await place.primary()).not.toBe(lost));
  await allReady();
}, 90_000);

it('a primary that the operator replaces loses its connections to the new one', async () => {
  for (const proxy of proxies) proxy.set(null);
  await place.servers.find(({ port }) => port === lostPort)?.restart();
  await place.isSettled();
  const replaced = await place.primary();
  const operator = new Redis(place.sentinels[0]?.port ?? 0);
  await operator.call('sentinel', 'failover', 'mymaster').finally(() => operator.disconnect());
  await until(async () => expect(await place.primary()).not.toBe(replaced));
  const { port } = await place.primary();
  await until(() => expect(portsInUse()).toEqual(new Set([port])));
}, 90_000);
