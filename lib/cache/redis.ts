import 'server-only';
import type { Redis } from 'ioredis';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { singleton } from '@/lib/singleton';
import { parseRedisUrl, type RedisAddress } from './redis-address';
import { connectForCommands, connectForSubscription, type RedisConnection } from './redis-connections';

export type { RedisConnection } from './redis-connections';

/** This process's connection for commands; null where no REDIS_URL is set. A command fails at once while Redis is down. */
export function redis(): RedisConnection | null {
  return singleton('redis', () => {
    const address = redisAddress();
    return address && watched(connectForCommands(address), 'commands');
  });
}

/** A connection of its own that subscribes and keeps trying for ever. The caller closes it. Needs REDIS_URL. */
export function newSubscriber(): Redis {
  const address = redisAddress();
  if (!address) throw new Error('REDIS_URL is not set');
  return watched(connectForSubscription(address, redis()), 'subscription');
}

function redisAddress(): RedisAddress | null {
  const { REDIS_URL } = env();
  return REDIS_URL ? parseRedisUrl(REDIS_URL) : null;
}

/** ioredis throws an error that nobody listens to; and an outage is worth one line, not one per attempt. */
function watched<Connection extends RedisConnection>(connection: Connection, purpose: string): Connection {
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
