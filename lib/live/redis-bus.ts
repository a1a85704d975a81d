import type { Redis } from 'ioredis';
import type { RedisConnection } from '@/lib/cache/redis';
import type { Bus } from './bus';

export const channel = 'status:updates';

export type RedisBusOptions = {
  /** A connection of its own, kept trying for ever. The bus closes it. */
  subscriber: Redis;
  /** The process's connection for commands, with a short command timeout: an admin waits for a publish. */
  publisher: RedisConnection;
  /** Told when the subscription was refused; the next connect tries again. */
  onError: (error: unknown) => void;
};

/** The bus of processes that share a Redis: one subscription per process, found again after every break. */
export function createRedisBus({ subscriber, publisher, onError }: RedisBusOptions): Bus {
  const messageListeners = new Set<(text: string) => void>();
  const reconnectListeners = new Set<() => void>();
  let isSubscribed = false;

  const subscribe = async () => {
    try {
      await subscriber.subscribe(channel);
      isSubscribed = true;
      for (const listener of reconnectListeners) listener();
    } catch (error) {
      onError(error);
    }
  };
  subscriber.on('message', (_, text) => {
    for (const listener of messageListeners) listener(text);
  });
  // Asked for at every connect rather than left to ioredis, to know from when on messages arrive again.
  subscriber.on('ready', () => void subscribe());
  subscriber.on('close', () => {
    isSubscribed = false;
  });
  if (subscriber.status === 'ready') void subscribe();

  return {
    publish: async (text) => {
      // A command for a connection that is down would wait in a queue, and be old news when it left.
      if (publisher.status !== 'ready') return false;
      return publisher.publish(channel, text).then(
        () => true,
        () => false,
      );
    },
    onMessage: (listener) => void messageListeners.add(listener),
    onReconnect: (listener) => void reconnectListeners.add(listener),
    isUp: () => isSubscribed,
    close: async () => {
      messageListeners.clear();
      reconnectListeners.clear();
      subscriber.disconnect();
    },
  };
}
