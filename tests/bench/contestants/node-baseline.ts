import { spawn } from 'node:child_process';
import type { Redis } from 'ioredis';
import { collectOutput, end, waitUntilReady } from '../../support/child';
import { noteProcess } from '../../support/test-run';
import { bundled } from '../bundled';
import type { Contestant } from './contestant';

export const channel = 'status:updates';

type Given = { redisUrl: string; redis: Redis; stateFile: string };

/** A server of the bench's own on Node, fed over the same Redis channel as the product. */
export function nodeBaseline(name: string, program: string, given: Given): Contestant {
  return {
    name,
    async start(port) {
      const { PATH } = process.env;
      const settings = { PORT: `${port}`, REDIS_URL: given.redisUrl, STATE_FILE: given.stateFile };
      const child = spawn(process.execPath, [bundled(program)], {
        env: { PATH, NODE_ENV: 'production', ...settings },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      noteProcess(child.pid);
      const output = collectOutput(child);
      await waitUntilReady(child, output, async () => output().includes('listening'));
      return {
        target: { port, path: '/', headers: {} },
        pids: [child.pid ?? 0],
        publish: (json) => given.redis.publish(channel, json),
        stop: () => end(child, 'SIGTERM'),
      };
    },
  };
}
