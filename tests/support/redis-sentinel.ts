import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { vi } from 'vitest';
import { freePort } from './free-port';
import { keepRunning, needRedisServer, startRedisServer, type TestRedis } from './redis';
import type { RedisSecurity } from './redis-security';
import { testFolder } from './test-run';

export type TestSentinels = {
  /** The REDIS_URL of all three sentinels. */
  url: string;
  /** The two servers; which of them is the primary the sentinels say. */
  servers: TestRedis[];
  sentinels: TestRedis[];
  /** The server that the sentinels hold for the primary. */
  primary(): Promise<TestRedis>;
  /** Waits until the sentinels know each other and a living replica, so that they could fail over. */
  isSettled(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts a primary, a replica and three sentinels that fail over within seconds. */
export async function startRedisSentinels(security?: RedisSecurity): Promise<TestSentinels> {
  const quick = 'repl-diskless-sync-delay 0';
  const first = await startRedisServer([quick], security);
  const second = await startRedisServer([quick, `replicaof 127.0.0.1 ${first.port}`], security);
  const servers = [first, second];
  const sentinels = await Promise.all([1, 2, 3].map(() => startSentinel(first.port, security)));
  const [asked] = sentinels;
  await Promise.all(sentinels.map(({ port }) => lookOften(port, security)));
  const control = new Redis(asked?.port ?? 0, '127.0.0.1', {
    ...security?.operator,
    retryStrategy: () => 100,
  });
  control.on('error', () => {});

  const description = async () => {
    const words = (await control.call('sentinel', 'master', 'mymaster')) as string[];
    return new Map(words.flatMap((word, i) => (i % 2 === 0 ? [[word, words[i + 1] ?? '']] : [])));
  };
  const livingReplicas = async () => {
    const replicas = (await control.call('sentinel', 'replicas', 'mymaster')) as string[][];
    const flagsOf = (replica: string[]) => replica[replica.indexOf('flags') + 1];
    const linkOf = (replica: string[]) => replica[replica.indexOf('master-link-status') + 1];
    return replicas.filter((replica) => flagsOf(replica) === 'slave' && linkOf(replica) === 'ok').length;
  };
  return {
    url: `redis+sentinel://${sentinels.map(({ port }) => `127.0.0.1:${port}`).join(',')}/mymaster/0`,
    servers,
    sentinels,
    primary: async () => {
      const port = Number((await description()).get('port'));
      const found = servers.find((server) => server.port === port);
      if (!found) throw new Error(`no server of the test's at ${port}`);
      return found;
    },
    isSettled: () =>
      vi.waitFor(
        async () => {
          const told = await description();
          const seen = [told.get('flags'), told.get('num-other-sentinels'), await livingReplicas()];
          if (`${seen}` !== 'master,2,1') throw new Error(`the sentinels see ${seen}`);
        },
        { timeout: 40_000, interval: 100 },
      ),
    stop: async () => {
      control.disconnect();
      await Promise.all([...sentinels, ...servers].map((server) => server.kill()));
    },
  };
}

/** Sentinels look for new replicas every ten seconds; since Redis 7 a test may have them look more often. */
async function lookOften(port: number, security?: RedisSecurity): Promise<void> {
  const connection = new Redis(port, '127.0.0.1', { ...security?.operator, enableReadyCheck: false });
  const settings = ['info-period', '500', 'publish-period', '500', 'slave-reconf-timeout', '2000'];
  await connection.call('sentinel', 'debug', ...settings).catch(() => {});
  connection.disconnect();
}

async function startSentinel(primaryPort: number, security?: RedisSecurity): Promise<TestRedis> {
  const port = await freePort();
  const folder = testFolder('sentinel');
  const settings = join(folder, 'sentinel.conf');
  const lines = [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${folder}`,
    `sentinel monitor mymaster 127.0.0.1 ${primaryPort} 2`,
    'sentinel down-after-milliseconds mymaster 700',
    'sentinel failover-timeout mymaster 3000',
    ...(security ? [`sentinel auth-pass mymaster ${security.operator.password}`] : []),
    ...(security?.settings('sentinel', port) ?? []),
  ];
  writeFileSync(settings, `${lines.join('\n')}\n`);
  return keepRunning(port, [await needRedisServer(), [settings, '--sentinel']], security);
}
