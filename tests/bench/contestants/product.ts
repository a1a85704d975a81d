import type { Redis } from 'ioredis';
import { startApp, type TestApp } from '../../support/app';
import { testFolder } from '../../support/test-run';
import { bundled } from '../bundled';
import type { Contestant, Running } from './contestant';
import { channel } from './node-baseline';

export const apiToken = 'a-token-of-the-bench-and-of-nobody-else';

type Given = { databaseUrl: string; redisUrl: string | undefined; redis: Redis };

/** Starts the built product as an operator would run it: with a PUBLIC_URL, Postgres and Redis, no caps per address. */
export async function startProduct(
  given: Given,
  port: number,
  isCompressed = false,
): Promise<Running & { app: TestApp }> {
  const origin = `http://127.0.0.1:${port}`;
  const app = await startApp({
    port,
    folder: testFolder('product'),
    env: {
      PUBLIC_URL: origin,
      DATABASE_URL: given.databaseUrl,
      ...(given.redisUrl && { REDIS_URL: given.redisUrl }),
      ADMIN_API_TOKEN: apiToken,
      LOG_LEVEL: 'warn',
      STREAM_MAX_PER_ADDRESS: '0',
      ...profiling(),
    },
  });
  await subscribed(origin);
  return {
    app,
    target: {
      port,
      path: '/api/status/stream',
      headers: { Origin: origin, ...(isCompressed && { 'Accept-Encoding': 'gzip' }) },
    },
    pids: [app.pid],
    publish: (json) => given.redis.publish(channel, json),
    stop: () => app.stop(),
  };
}

/** The product as a contestant; `isCompressed`: to readers that accept gzip. */
export function product(given: Given, isCompressed = false): Contestant {
  return {
    name: isCompressed ? 'product (gzip)' : 'product',
    start: (port) => startProduct(given, port, isCompressed),
  };
}

/** With `--profile` the product writes a CPU profile into this folder when it ends. */
function profiling(): Record<string, string> {
  const folder = process.env.BENCH_PROFILE_DIR;
  return folder ? { NODE_OPTIONS: `--import=${bundled('cpu-profile')}`, BENCH_PROFILE_DIR: folder } : {};
}

/** Before it is subscribed to Redis it would not hear what is published. */
async function subscribed(origin: string): Promise<void> {
  for (const limit = Date.now() + 30_000; Date.now() < limit; ) {
    const answer = await fetch(`${origin}/api/health/ready`);
    if (answer.ok && ((await answer.json()) as { status: string }).status === 'ready') return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the product did not become ready');
}
