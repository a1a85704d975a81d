import 'server-only';
import type { Redis } from 'ioredis';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { singleton } from '@/lib/singleton';
import { parseRedisUrl, type RedisAddress } from './redis-address';
import { connectForCommands, connectForSubscription, type RedisConnection } from './redis-connections';
import { explainRedisError, type RedisTrouble } from './redis-trouble';

export type { RedisConnection } from './redis-connections';

/** This process's connection for commands; null where no REDIS_URL is set. A command fails at once while Redis is down. */
export function redis(): RedisConnection | null {
  return singleton('redis', () => {
    const address = redisAddress();
    return address && watched(connectForCommands(address), 'commands', noteTrouble);
  });
}

/** What the connection for commands suffers from, as its last error says; null before any, and while it is up. */
export function redisTrouble(): RedisTrouble | null {
  return noted().trouble;
}

const noted = () => singleton('redis-trouble', (): { trouble: RedisTrouble | null } => ({ trouble: null }));

function noteTrouble(trouble: RedisTrouble | null): void {
  noted().trouble = trouble;
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
function watched<Connection extends RedisConnection>(
  connection: Connection,
  purpose: string,
  note: (trouble: RedisTrouble | null) => void = () => {},
): Connection {
  let told: RedisTrouble | null = null;
  connection.on('error', (error) => {
    const { trouble, words } = explainRedisError(error);
    if (told !== trouble) log.warn({ err: error, purpose }, words);
    told = trouble;
    note(told);
  });
  connection.on('ready', () => {
    if (told) log.info({ purpose }, 'Redis is back');
    told = null;
    note(told);
  });
  return connection;
}
