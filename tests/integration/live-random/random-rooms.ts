import { connectForCommands, connectForSubscription } from '@/lib/cache/redis-connections';
import { currentRevision, eventsAfter, latestEvents } from '@/lib/database/event-log';
import { LiveRoom } from '@/lib/live/live-room';
import { createRedisBus } from '@/lib/live/redis-bus';
import { answerWebStream } from '@/lib/live/web-stream';
import { buildStatusSnapshot } from '@/lib/queries/build-status-snapshot';
import type { Door } from './random-reader';

/** The live half of a process, without the process: what restarts in a few milliseconds. */
export type RandomRoom = {
  room: LiveRoom;
  door: Door;
  /** Loses the next so many messages of Redis, as a subscription does that falls behind. */
  lose(count: number): void;
  close(): Promise<void>;
};

/** Opens the live room of one more process on the test's database and the Redis at `url`. */
export async function openRoom(url: string): Promise<RandomRoom> {
  const address = { form: 'standalone', url } as const;
  const publisher = connectForCommands(address);
  const subscriber = connectForSubscription(address, publisher);
  for (const connection of [publisher, subscriber]) connection.on('error', () => {});
  const bus = createRedisBus({ subscriber, publisher, onError: () => {} });
  let lost = 0;
  const room = new LiveRoom({
    source: { currentRevision, eventsAfter, latestEvents, getStatusSnapshot: buildStatusSnapshot },
    bus: {
      ...bus,
      onMessage: (listener) => bus.onMessage((text) => (lost > 0 ? void lost-- : listener(text))),
    },
    heartbeatMs: 50,
    caps: { perAddress: 0, total: Number.POSITIVE_INFINITY },
    now: Date.now,
    warn: () => {},
    onRevision: () => {},
  });
  await room.start();
  const guard = { allowedOrigins: [], isProduction: false };
  const settings = { guard, trustedProxies: 0, mayGzip: false };
  return {
    room,
    door: async (lastEventId) => {
      const headers = { host: 'localhost', ...(lastEventId !== null && { 'last-event-id': lastEventId }) };
      return answerWebStream(new Request('http://localhost/api/status/stream', { headers }), room, settings);
    },
    lose: (count) => {
      lost = count;
    },
    close: async () => {
      await room.close(false);
      publisher.disconnect();
    },
  };
}
