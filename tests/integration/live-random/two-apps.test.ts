import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestApp } from '../../support/app';
import { type ChaosProxy, type Fault, startChaosProxy } from '../../support/chaos-proxy';
import { readExposition } from '../../support/exposition';
import { publisherAt, revisionOf } from '../live/publisher';
import { readinessOf, startTwoProcesses, until } from '../live/two-processes';
import { type Door, RandomReader } from './random-reader';
import { type Step, schedules } from './schedule';

/** A few schedules over two processes of the built product, its readers behind a network that mistreats them. */
const both = startTwoProcesses();
const apps = () => [both.first, both.second];
let ways: ChaosProxy[];
let isRedisUp = true;

beforeAll(async () => {
  ways = await Promise.all(
    apps().map(({ port }) => startChaosProxy({ target: { host: 'localhost', port } })),
  );
});
afterAll(async () => {
  await Promise.all((ways ?? []).map((way) => way.stop()));
});

/** Asks through the process's network, and gives up where no answer begins within a second. */
const doorOf =
  (process: number): Door =>
  async (lastEventId) => {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), 1_000);
    const headers: HeadersInit = lastEventId === null ? {} : { 'last-event-id': lastEventId };
    const url = `${ways[process]?.url}/api/status/stream`;
    return fetch(url, { headers, signal: limit.signal }).finally(() => clearTimeout(timer));
  };

const faults: Record<string, Fault> = {
  reset: { kind: 'reset' },
  'one-byte': { kind: 'one-byte' },
  latency: { kind: 'latency', ms: 30 },
  'black-hole': { kind: 'black-hole' },
  cut: { kind: 'cut', afterBytes: 700 },
  hold: { kind: 'hold', kilobytes: 4 },
};

async function reviveRedis(): Promise<void> {
  if (!isRedisUp) await both.redis.restart();
  isRedisUp = true;
}

async function openStreams(app: TestApp): Promise<number | undefined> {
  return readExposition(await (await fetch(`${app.url}/metrics`)).text()).value('signalbox_stream_open');
}

let names = 0;

async function publish(app: TestApp, count: number): Promise<void> {
  const publisher = await publisherAt(app);
  for (let i = 0; i < count; i += 1) await publisher.addService(`Service ${names++}`);
}

async function run(steps: readonly Step[]): Promise<void> {
  const seen = { stale: false };
  const readers = Array.from({ length: 4 }, () => new RandomReader(seen));
  const unfinished: Promise<unknown>[] = [];

  const take = async (step: Step): Promise<void> => {
    switch (step.kind) {
      case 'publish': {
        const published = publish(apps()[step.process] as TestApp, Math.min(step.count, 5));
        // A process that is killed may take the answer with it.
        unfinished.push(published.catch(() => {}));
        if (step.isAwaited) await published;
        return;
      }
      case 'connect':
        return readers[step.reader]?.connect(doorOf(step.process));
      case 'leave':
        return readers[step.reader]?.leave();
      case 'stall':
        return readers[step.reader]?.stall();
      case 'go on':
        return readers[step.reader]?.goOn();
      case 'restart': {
        const app = apps()[step.process];
        if (names % 2 === 0) await app?.kill();
        return app?.restart();
      }
      case 'kill Redis':
        isRedisUp = false;
        return both.redis.kill();
      case 'restart Redis':
        return reviveRedis();
      case 'network':
        return ways[step.process]?.set(step.fault ? (faults[step.fault] ?? null) : null);
      case 'wait':
        return void (await sleep(step.ms * 5));
    }
  };

  try {
    for (const step of steps) await take(step);
    await Promise.all(unfinished);
    for (const way of ways) way.set(null);
    await until(async () => {
      for (const [i, reader] of readers.entries()) {
        reader.goOn();
        if (!reader.isConnected) await reader.connect(doorOf(i % 2));
      }
      const shown = await Promise.all(apps().map(revisionOf));
      expect([...readers.map(({ revision }) => revision), shown[1]]).toEqual(Array(5).fill(shown[0]));
    });
    expect(readers.flatMap(({ problems }) => problems)).toEqual([]);
    for (const reader of readers) reader.leave();
    await until(async () => expect(await Promise.all(apps().map(openStreams))).toEqual([0, 0]));
  } finally {
    for (const reader of readers) reader.leave();
    await Promise.allSettled(unfinished);
    for (const way of ways) way.set(null);
    await reviveRedis();
  }
}

it('whatever happens to two processes, Redis and the network, every reader ends where they stand, and none stays', async () => {
  const end = performance.now() + 15_000;
  const ofApps = schedules({ readers: 4, processes: 2, steps: 25, faults: Object.keys(faults) });
  await fc.assert(
    fc.asyncProperty(ofApps, async (steps) => {
      if (performance.now() < end) await run(steps);
    }),
    { numRuns: 5, endOnFailure: true },
  );
  await until(async () => {
    for (const app of apps()) expect(await readinessOf(app)).toMatchObject({ status: 'ready' });
  });
}, 120_000);

it('a crowd that leaves while it is being answered leaves nothing behind', async () => {
  const { port } = both.first;
  for (let i = 0; i < 60; i += 1) {
    const socket = connect(port, 'localhost');
    socket.on('error', () => {});
    socket.write(`GET /api/status/stream HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`);
    await sleep(i % 6);
    socket.destroy();
  }
  await until(async () => expect(await openStreams(both.first)).toBe(0));
});
