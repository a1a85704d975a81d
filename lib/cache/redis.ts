import 'server-only';
import { Redis } from 'ioredis';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { singleton } from '@/lib/singleton';

/** A publish must not wait for a Redis that is down or paused: it answers within this or counts as failed. */
const commandTimeoutMs = 500;
const longestRetryMs = 2_000;

/** This process's connection for commands; null where no REDIS_URL is set. A command fails at once while Redis is down. */
export function redis(): Redis | null {
  return singleton('redis', () => {
    const { REDIS_URL } = env();
    if (!REDIS_URL) return null;
    return watched(
      new Redis(REDIS_URL, {
        commandTimeout: commandTimeoutMs,
        connectTimeout: commandTimeoutMs * 4,
        maxRetriesPerRequest: 0,
        enableOfflineQueue: false,
        retryStrategy,
      }),
      'commands',
    );
  });
}

/** A connection of its own that subscribes and keeps trying for ever. The caller closes it. Needs REDIS_URL. */
export function newSubscriber(): Redis {
  const { REDIS_URL } = env();
  if (!REDIS_URL) throw new Error('REDIS_URL is not set');
  return watched(new Redis(REDIS_URL, { maxRetriesPerRequest: null, retryStrategy }), 'subscription');
}

function retryStrategy(attempt: number): number {
  return Math.min(attempt * 100, longestRetryMs);
}

/** ioredis throws an error that nobody listens to; and an outage is worth one line, not one per attempt. */
function watched(connection: Redis, purpose: string): Redis {
  let isTold = false;
  connection.on('error', (error) => {
    if (!isTold) log.warn({ err: error, purpose }, 'Redis does not answer');
    isTold = true;
  });
  connection.on('ready', () => {
    if (isTold) log.info({ purpose }, 'Redis is back');
    isTold = false;
  });
  return connection;
}
