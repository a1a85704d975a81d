import { Redis } from 'ioredis';
import { vi } from 'vitest';
import { freePort } from './free-port';
import { startRedisServer, type TestRedis } from './redis';
import type { RedisSecurity } from './redis-security';

export type TestCluster = {
  /** The REDIS_URL, naming the first two nodes; the third is there to be found. */
  url: string;
  nodes: TestRedis[];
  /** Waits until every node says that the cluster is whole. */
  isWhole(): Promise<void>;
  stop(): Promise<void>;
};

const slots = 16_384;

/** Starts a cluster of three nodes without replicas, each with a third of the slots. */
export async function startRedisCluster(security?: RedisSecurity): Promise<TestCluster> {
  const ask = asker(security);
  const started = await Promise.all([1, 2, 3].map(() => startNode(security)));
  const nodes = started.map(({ node }) => node);
  const share = Math.ceil(slots / nodes.length);
  for (const [i, { node }] of started.entries()) {
    await ask(node, 'cluster', 'addslotsrange', i * share, Math.min(slots, (i + 1) * share) - 1);
    await ask(node, 'cluster', 'set-config-epoch', i + 1);
  }
  for (const { node, busPort } of started.slice(1)) {
    await ask(nodes[0], 'cluster', 'meet', '127.0.0.1', node.port, busPort);
  }
  const cluster = {
    url: `redis+cluster://${nodes
      .slice(0, 2)
      .map(({ port }) => `127.0.0.1:${port}`)
      .join(',')}`,
    nodes,
    isWhole: () =>
      vi.waitFor(
        async () => {
          for (const node of nodes) {
            const told = `${await ask(node, 'cluster', 'info')}`;
            if (!/cluster_state:ok[\s\S]*cluster_known_nodes:3/.test(told)) throw new Error(told);
          }
        },
        { timeout: 30_000, interval: 100 },
      ),
    stop: async () => {
      await Promise.all(nodes.map((node) => node.kill()));
    },
  };
  await cluster.isWhole();
  return cluster;
}

async function startNode(security?: RedisSecurity): Promise<{ node: TestRedis; busPort: number }> {
  // Ten thousand above the port, as is usual, could be no port at all.
  const busPort = await freePort();
  const settings = ['cluster-enabled yes', `cluster-port ${busPort}`, 'cluster-node-timeout 1000'];
  return { node: await startRedisServer(settings, security), busPort };
}

function asker(security?: RedisSecurity) {
  return (node: TestRedis | undefined, command: string, ...args: (string | number)[]): Promise<unknown> => {
    const connection = new Redis(node?.port ?? 0, '127.0.0.1', {
      ...security?.operator,
      enableReadyCheck: false,
      retryStrategy: null,
    });
    connection.on('error', () => {});
    return connection.call(command, ...args).finally(() => connection.disconnect());
  };
}
