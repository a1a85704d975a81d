import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { parseRedisUrl } from '@/lib/cache/redis-address';
import { connectForSubscription } from '@/lib/cache/redis-connections';
import type { StreamClient } from '../../support/stream-client';
import { revisionOf } from '../live/publisher';
import { readinessOf, type TwoProcesses, until } from '../live/two-processes';

type Both = Pick<TwoProcesses, 'first' | 'second' | 'publisher' | 'watch'>;

/** A reader at each of the two processes. */
export async function watchBoth({ first, second, watch }: Both): Promise<[StreamClient, StreamClient]> {
  return [await watch(first), await watch(second)];
}

/** Waits until both processes say this of their Redis. */
export async function redisIs(state: 'up' | 'down', { first, second }: Both): Promise<void> {
  const wanted = { code: 200, status: state === 'up' ? 'ready' : 'degraded', checks: { redis: state } };
  await until(async () => {
    for (const app of [first, second]) expect(await readinessOf(app)).toMatchObject(wanted);
  });
}

/** Publishes ten incidents a second at most until `isDone` settles. Answers how many. */
export async function publishUntil(both: Both, isDone: Promise<unknown>): Promise<number> {
  let isOver = false;
  const done = isDone.finally(() => (isOver = true));
  let count = 0;
  do {
    await both.publisher.openIncident(`Number ${count++}`);
    await sleep(100);
  } while (!isOver);
  await done;
  return count;
}

/** Both readers have heard each change after `at` once, in order, and stand at the server's revision. */
export async function heardAll(
  both: Both,
  readers: StreamClient[],
  at: number,
  count: number,
): Promise<void> {
  for (const reader of readers) {
    await reader.next(({ name, id }) => name === 'message' && id === `${at + count}`);
    const heard = reader.heard.filter(({ name }) => name === 'incident.created');
    const revisions = heard.map(({ json }) => json.revision).filter((revision) => revision > at);
    expect(revisions).toEqual(Array.from({ length: count }, (_, i) => at + 1 + i));
  }
  expect([await revisionOf(both.first), await revisionOf(both.second)]).toEqual([at + count, at + count]);
}

let told = 0;

/** What another program publishes reaches every reader; nothing but Redis could have carried it. */
export async function redisCarries(url: string, readers: StreamClient[]): Promise<void> {
  const address = parseRedisUrl(url);
  if (!address) throw new Error(`no REDIS_URL: ${url}`);
  const program = connectForSubscription(address, null);
  const id = `outside-${told++}`;
  const word = { statusLabel: 'operational', services: [], incidents: [{ id }] };
  try {
    await program.publish('status:updates', JSON.stringify(word));
    await Promise.all(readers.map((reader) => reader.next(({ json }) => json.incidents?.[0]?.id === id)));
  } finally {
    program.disconnect();
  }
}
