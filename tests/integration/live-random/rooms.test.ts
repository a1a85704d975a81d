import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createServiceInput } from '@/lib/contracts/service-input';
import { currentRevision } from '@/lib/database/event-log';
import { serviceStatuses } from '@/lib/domain/service-status';
import { createService } from '@/lib/operations/create-service';
import { setServiceStatus } from '@/lib/operations/set-service-status';
import { buildStatusSnapshot } from '@/lib/queries/build-status-snapshot';
import { type ChaosProxy, type Fault, startChaosProxy } from '../../support/chaos-proxy';
import { inInstallation, owner } from '../../support/installation';
import { startRedis, type TestRedis } from '../../support/redis';
import { RandomReader } from './random-reader';
import { openRoom, type RandomRoom } from './random-rooms';
import { type Step, schedules } from './schedule';

/** Many short schedules over the live rooms of three processes, on a real Postgres and a real Redis. */
inInstallation();

const faults: Record<string, Fault> = {
  reset: { kind: 'reset' },
  'one-byte': { kind: 'one-byte' },
  latency: { kind: 'latency', ms: 10 },
  'black-hole': { kind: 'black-hole' },
};
const limits = { readers: 5, processes: 3, steps: 40, faults: Object.keys(faults) };
let redis: TestRedis;
/** Each process reaches Redis by a way of its own. */
let ways: ChaosProxy[];
let isRedisUp = true;

beforeAll(async () => {
  redis = await startRedis();
  ways = await Promise.all(
    Array.from({ length: limits.processes }, () => startChaosProxy({ target: redis.port })),
  );
});
afterAll(async () => {
  await Promise.all(ways.map((way) => way.stop()));
  await redis?.stop();
});

const openRoomAt = (way: ChaosProxy | undefined) => openRoom(`redis://127.0.0.1:${way?.port}`);
const settled = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000, interval: 20 });

/** A slower machine runs fewer schedules, and after a failure looks less long for a smaller one. */
function deadline(ms: number): () => boolean {
  const end = performance.now() + ms;
  return () => performance.now() > end;
}

/** Large enough that a reader who stops reading soon has too much before it. */
async function addServices(): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < 20; i += 1) {
    const input = createServiceInput.parse({ name: `Service ${i}`, description: 'x'.repeat(500) });
    ids.push((await createService(owner, input)).id);
  }
  return ids;
}

async function killRedis(): Promise<void> {
  await redis.kill();
  isRedisUp = false;
}

async function reviveRedis(): Promise<void> {
  for (const way of ways) way.set(null);
  if (!isRedisUp) await redis.restart();
  isRedisUp = true;
}

function strike(way: ChaosProxy | undefined, fault: string | null): void {
  way?.set(fault ? (faults[fault] ?? null) : null);
  // What was reset may come back at once.
  if (fault === 'reset') way?.set(null);
}

async function run(steps: readonly Step[], services: readonly string[]): Promise<void> {
  const rooms = await Promise.all(ways.map(openRoomAt));
  const everyRoom: RandomRoom[] = [...rooms];
  const seen = { stale: false };
  const readers = Array.from({ length: limits.readers }, () => new RandomReader(seen));
  const unfinished: Promise<unknown>[] = [];
  let turn = 0;
  const change = async () => {
    const service = services[turn % services.length] ?? '';
    const status = serviceStatuses[turn++ % serviceStatuses.length] ?? 'operational';
    await setServiceStatus(owner, service, status);
    return currentRevision();
  };
  const roomOf = (process: number) => rooms[process] as RandomRoom;
  const readerOf = (reader: number) => readers[reader] as RandomReader;

  const take = async (step: Step): Promise<void> => {
    switch (step.kind) {
      case 'publish': {
        const { room } = roomOf(step.process);
        const changes = Array.from({ length: step.count }, async () => room.announce(await change()));
        const published = Promise.all(changes);
        unfinished.push(published);
        if (step.isAwaited) await published;
        return;
      }
      case 'commit':
        return void (await change());
      case 'connect':
        return readerOf(step.reader).connect(roomOf(step.process).door);
      case 'leave':
        return readerOf(step.reader).leave();
      case 'stall':
        return readerOf(step.reader).stall();
      case 'go on':
        return readerOf(step.reader).goOn();
      case 'restart':
        await roomOf(step.process).close();
        rooms[step.process] = await openRoomAt(ways[step.process]);
        return void everyRoom.push(roomOf(step.process));
      case 'kill Redis':
        return killRedis();
      case 'restart Redis':
        return reviveRedis();
      case 'network':
        return strike(ways[step.process], step.fault);
      case 'lose':
        return roomOf(step.process).lose(step.count);
      case 'compare':
        return roomOf(step.process).room.catchUp();
      case 'wait':
        return void (await sleep(step.ms));
    }
  };

  try {
    for (const step of steps) await take(step);
    await Promise.all(unfinished);
    // Each process compares every five seconds. What Redis lost is found then; here at once.
    await Promise.all(rooms.map(({ room }) => room.catchUp()));
    const revision = await currentRevision();
    await settled(async () => {
      for (const [i, reader] of readers.entries()) {
        reader.goOn();
        if (!reader.isConnected) await reader.connect(roomOf(i % rooms.length).door);
      }
      expect(readers.map((reader) => reader.revision)).toEqual(readers.map(() => revision));
    });
    expect(readers.flatMap(({ problems }) => problems)).toEqual([]);
    const { state } = await buildStatusSnapshot();
    for (const reader of readers)
      expect({ ...reader.state, reset: undefined }).toEqual({ ...state, reset: undefined });
    for (const reader of readers) reader.leave();
    await settled(() =>
      expect(everyRoom.map(({ room }) => room.gauges.openSessions).every((n) => n === 0)).toBe(true),
    );
  } finally {
    for (const reader of readers) reader.leave();
    await Promise.allSettled(unfinished);
    await Promise.all(everyRoom.map((room) => room.close()));
    await reviveRedis();
  }
}

it('whatever happens, in whatever order, every reader ends at the revision of the server, and none misses one', async () => {
  const services = await addServices();
  const isOver = deadline(25_000);
  await fc.assert(
    fc.asyncProperty(schedules(limits), async (steps) => {
      if (!isOver()) await run(steps, services);
    }),
    { numRuns: 100 },
  );
  const connection = new Redis(redis.url);
  await settled(async () => expect(`${await connection.client('LIST')}`.trim().split('\n')).toHaveLength(1));
  connection.disconnect();
}, 90_000);
