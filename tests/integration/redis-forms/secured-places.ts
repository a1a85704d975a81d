import { readFileSync } from 'node:fs';
import { vi } from 'vitest';
import { startRedisServer, type TestRedis } from '../../support/redis';
import { startRedisCluster } from '../../support/redis-cluster';
import { type RedisSecurity, secureRedis } from '../../support/redis-security';
import { startRedisSentinels } from '../../support/redis-sentinel';

/** The words of a REDIS_URL that say who asks, as it has them. */
export type Login = { user: string; password: string; sentinel: string };

/** A Redis that lets nobody in without a login. */
export type SecuredPlace = {
  security: RedisSecurity;
  url(login: Login): string;
  /** The servers that hold keys and pass on messages. */
  servers(): Promise<TestRedis[]>;
  /** Goes away: with sentinels the primary, else all servers. */
  lose(): Promise<void>;
  /** Comes back; with sentinels it does by itself, at the replica. */
  bringBack(): Promise<void>;
  stop(): Promise<void>;
};

export type Way = { way: string; login: Login; secure(): Promise<RedisSecurity> };

/** The line of docs/redis.md that gives Signalbox a user, with the test's password. */
export const documentedUser = (password: string) => {
  const [, user] = /^user (signalbox on >password .*)$/m.exec(readFileSync('docs/redis.md', 'utf8')) ?? [];
  if (!user) throw new Error('docs/redis.md has no user.');
  return user.replace('>password', `>${password}`);
};

export const ways: Way[] = [
  {
    way: 'a password',
    login: { user: '', password: 'of-all', sentinel: 'sentinel_password=of-all' },
    secure: () => secureRedis({ isEncrypted: false, password: 'of-all' }),
  },
  {
    way: 'TLS and a user of its own',
    login: {
      user: 'signalbox',
      password: 'p%40ss:word',
      sentinel: 'sentinel_username=watch&sentinel_password=a%2Fb',
    },
    secure: () =>
      secureRedis({
        isEncrypted: true,
        password: 'of-the-operator',
        users: { server: documentedUser('p@ss:word'), sentinel: 'watch on >a/b ~* &* +@all' },
      }),
  },
];

const schemeOf = ({ operator }: RedisSecurity) => (operator.tls ? 'rediss' : 'redis');

export const forms = {
  async standalone(security: RedisSecurity): Promise<SecuredPlace> {
    const server = await startRedisServer([], security);
    return {
      security,
      url: ({ user, password }) => `${schemeOf(security)}://${user}:${password}@127.0.0.1:${server.port}/0`,
      servers: async () => [server],
      lose: () => server.kill(),
      bringBack: () => server.restart(),
      stop: () => server.stop(),
    };
  },

  async sentinel(security: RedisSecurity): Promise<SecuredPlace> {
    const place = await startRedisSentinels(security);
    const at = place.url.replace('redis+sentinel://', '');
    let lost: TestRedis | undefined;
    return {
      security,
      url: ({ user, password, sentinel }) =>
        `${schemeOf(security)}+sentinel://${user}:${password}@${at}?${sentinel}`,
      servers: async () => [await place.primary()],
      lose: async () => {
        await place.isSettled();
        lost = await place.primary();
        await lost.kill();
      },
      // The app may have asked a sentinel that knows of the failover before the one that the test asks.
      bringBack: async () => {
        await vi.waitUntil(async () => (await place.primary()) !== lost, { timeout: 25_000 });
      },
      stop: () => place.stop(),
    };
  },

  async cluster(security: RedisSecurity): Promise<SecuredPlace> {
    const place = await startRedisCluster(security);
    const at = place.url.replace('redis+cluster://', '');
    return {
      security,
      url: ({ user, password }) => `${schemeOf(security)}+cluster://${user}:${password}@${at}`,
      servers: async () => place.nodes,
      lose: async () => void (await Promise.all(place.nodes.map((node) => node.kill()))),
      bringBack: async () => {
        await Promise.all(place.nodes.map((node) => node.restart()));
        await place.isWhole();
      },
      stop: () => place.stop(),
    };
  },
};
