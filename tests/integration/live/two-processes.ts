import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { startApp, type TestApp } from '../../support/app';
import { startTestPostgres } from '../../support/postgres';
import { startRedis, type TestRedis } from '../../support/redis';
import { openStream, type StreamClient } from '../../support/stream-client';
import { apiToken, type Publisher, publisherAt } from './publisher';

type RunningRedis = { url: string; stop(): Promise<void> };

/** Two processes of the built product on one Postgres and one Redis of their own. */
export type TwoProcesses<OnRedis extends RunningRedis = TestRedis> = {
  postgres: Awaited<ReturnType<typeof startTestPostgres>>;
  redis: OnRedis;
  first: TestApp;
  second: TestApp;
  /** Publishes at the first. */
  publisher: Publisher;
  /** Opens a stream, which closes with the test. One that doesn't resume has heard its first state. */
  watch(app: TestApp, headers?: Record<string, string>): Promise<StreamClient>;
  /** Another program's Redis connection, which closes with the test. */
  otherProgram(): Redis;
};

/** Starts the two for the test file; what is read from the result is theirs at that time. */
export function startTwoProcesses(): TwoProcesses {
  return startTwoProcessesOn(startRedis);
}

/** The same on a Redis in another of its forms. */
export function startTwoProcessesOn<OnRedis extends RunningRedis>(
  startForm: () => Promise<OnRedis>,
): TwoProcesses<OnRedis> {
  const closers: (() => void)[] = [];
  const both = {
    watch: async (app, headers = {}) => {
      const stream = await openStream(`${app.url}/api/status/stream`, headers);
      closers.push(() => stream.close());
      if (!headers['last-event-id']) await stream.next((event) => event.name === 'message');
      return stream;
    },
    otherProgram: () => {
      const connection = new Redis(both.redis.url);
      connection.on('error', () => {});
      closers.push(() => connection.disconnect());
      return connection;
    },
  } as TwoProcesses<OnRedis>;
  beforeAll(async () => {
    [both.postgres, both.redis] = await Promise.all([startTestPostgres(), startForm()]);
    const env = {
      DATABASE_URL: both.postgres.url,
      REDIS_URL: both.redis.url,
      ADMIN_API_TOKEN: apiToken,
      DEMO: 'false',
      STREAM_HEARTBEAT_SECONDS: '1',
    };
    both.first = await startApp({ env });
    both.second = await startApp({ env });
    both.publisher = await publisherAt(both.first);
    // Before it is subscribed to Redis, a process hears of changes from the log alone.
    for (const app of [both.first, both.second]) {
      await until(async () => expect(await readinessOf(app)).toMatchObject({ status: 'ready' }));
    }
  }, 120_000);
  afterEach(() => {
    for (const close of closers.splice(0)) close();
  });
  afterAll(async () => {
    await Promise.all([both.first?.stop(), both.second?.stop()]);
    await Promise.all([both.redis?.stop(), both.postgres?.stop()]);
  });
  return both;
}

/** What `/api/health/ready` answers, with its status code. */
export async function readinessOf(app: TestApp) {
  const answer = await fetch(`${app.url}/api/health/ready`);
  return { code: answer.status, ...((await answer.json()) as { status: string; checks: object }) };
}

/** Waits until `check` no longer throws. */
export const until = (check: () => unknown) => vi.waitFor(check, { timeout: 25_000, interval: 100 });
