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
    return address && watched(connectForCommands(address), 'commands');
  });
}

/** Why Redis can't be spoken with. One connection may know what another only feels as silence. */
export function redisTrouble(): RedisTrouble {
  return [...troubles().values()].find((trouble) => trouble !== 'down') ?? 'down';
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

/** The last error of each connection that is not up. */
const troubles = () => singleton('redis-troubles', () => new Map<RedisConnection, RedisTrouble>());

/** ioredis throws an error that nobody listens to; and an outage is worth one line, not one per attempt. */
function watched<Connection extends RedisConnection>(connection: Connection, purpose: string): Connection {
  connection.on('error', (error) => {
    const { trouble, words } = explainRedisError(error);
    if (troubles().get(connection) !== trouble) log.warn({ err: error, purpose }, words);
    troubles().set(connection, trouble);
  });
  connection.on('ready', () => {
    if (troubles().delete(connection)) log.info({ purpose }, 'Redis is back');
  });
  connection.on('end', () => troubles().delete(connection));
  return connection;
}
