import { Cluster, Redis, type RedisOptions } from 'ioredis';
import { nodeRotation } from './node-rotation';
import type { RedisAddress, RedisNode } from './redis-address';
import { keepPulse } from './redis-pulse';

export type RedisConnection = Redis | Cluster;

/** A publish must not wait for a Redis that is down or paused: it answers within this or counts as failed. */
const commandTimeoutMs = 500;
const connectTimeoutMs = 2_000;
const longestRetryMs = 2_000;
/** How often a cluster is asked who holds what. */
const refreshEveryMs = 5_000;

type SeveralServers = Exclude<RedisAddress, { form: 'standalone' }>;

/** A connection for commands: each fails at once while Redis is down, and within half a second when it is silent. */
export function connectForCommands(address: RedisAddress): RedisConnection {
  const options = {
    commandTimeout: commandTimeoutMs,
    connectTimeout: connectTimeoutMs,
    maxRetriesPerRequest: 0,
  };
  if (address.form === 'cluster') return connectToCluster(address, options);
  return withPulse(connectToOne(address, { ...options, enableOfflineQueue: false }));
}

/**
 * A connection that subscribes, and keeps trying for ever. In a cluster it stands at one node, and goes to another
 * when that one is lost: to one that `commands` has found, or one that the address names.
 */
export function connectForSubscription(address: RedisAddress, commands: RedisConnection | null): Redis {
  const options = { maxRetriesPerRequest: null, connectTimeout: connectTimeoutMs, retryStrategy };
  if (address.form !== 'cluster') return withPulse(connectToOne(address, options));
  const known = () => [...foundBy(commands), ...address.nodes];
  const Connector = nodeRotation(known, address.isEncrypted);
  return withPulse(new Redis({ ...options, ...securityOf(address), Connector }));
}

function connectToOne(address: Exclude<RedisAddress, { form: 'cluster' }>, options: RedisOptions): Redis {
  if (address.form === 'standalone') return new Redis(address.url, { ...options, retryStrategy });
  const { username, password } = address.sentinelLogin;
  return new Redis({
    ...options,
    ...securityOf(address),
    sentinels: address.sentinels,
    name: address.name,
    db: address.database,
    ...(username && { sentinelUsername: username }),
    ...(password && { sentinelPassword: password }),
    ...(address.isEncrypted && { sentinelTLS: {}, enableTLSForSentinelMode: true }),
    sentinelCommandTimeout: connectTimeoutMs,
    sentinelRetryStrategy: retryStrategy,
    // No failoverDetector: told of a failover while it asks who is primary now, it ends the connection for ever. The
    // sentinels close what a replaced primary holds, and the pulse leaves one that hangs.
    retryStrategy,
  });
}

function connectToCluster(
  address: Extract<RedisAddress, { form: 'cluster' }>,
  options: RedisOptions,
): Cluster {
  const cluster = new Cluster(address.nodes, {
    redisOptions: { ...options, ...securityOf(address) },
    enableOfflineQueue: false,
    clusterRetryStrategy: retryStrategy,
    slotsRefreshInterval: refreshEveryMs,
    // One that is lost is tried elsewhere, but nobody waits longer than for a silent one.
    maxRedirections: 4,
    retryDelayOnFailover: 50,
    retryDelayOnClusterDown: 0,
    // A certificate is made out to a name, which looking it up would lose.
    ...(address.isEncrypted && { dnsLookup: (host, found) => found(null, host) }),
  });
  cluster.on('+node', keepPulse);
  return cluster;
}

function foundBy(commands: RedisConnection | null): RedisNode[] {
  if (!(commands instanceof Cluster)) return [];
  return commands.nodes().map(({ options }) => ({ host: options.host ?? '', port: options.port ?? 0 }));
}

function securityOf({ login, isEncrypted }: SeveralServers) {
  return { ...login, ...(isEncrypted && { tls: {} }) };
}

function withPulse(connection: Redis): Redis {
  keepPulse(connection);
  return connection;
}

function retryStrategy(attempt: number): number {
  return Math.min(attempt * 100, longestRetryMs);
}
