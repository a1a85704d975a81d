import { createConnection } from 'node:net';
import { connect as connectEncrypted } from 'node:tls';
import { AbstractConnector } from 'ioredis';
import type { RedisNode } from './redis-address';

const disconnectTimeoutMs = 2_000;

/**
 * A connector for ioredis that goes to another of the `candidates` at each attempt, the first chosen by chance.
 * In a cluster every node passes a publish on to every other, so a subscription is as good at one as at another.
 */
export function nodeRotation(candidates: () => readonly RedisNode[], isEncrypted: boolean) {
  let turn = Math.floor(Math.random() * 1_000);
  return class NodeRotation extends AbstractConnector {
    constructor() {
      super(disconnectTimeoutMs);
    }

    connect() {
      this.connecting = true;
      const nodes = candidates();
      const { host = '', port = 0 } = nodes[turn++ % nodes.length] ?? {};
      const stream = isEncrypted ? connectEncrypted({ host, port }) : createConnection({ host, port });
      this.stream = stream;
      stream.once('error', (error) => {
        this.firstError = error;
      });
      return Promise.resolve(stream);
    }
  };
}
