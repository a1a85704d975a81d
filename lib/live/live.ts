import 'server-only';
import { newSubscriber, redis } from '@/lib/cache/redis';
import { noteRevision } from '@/lib/cache/snapshot-cache';
import { onCommitted } from '@/lib/database/change';
import { currentRevision, eventsAfter, latestEvents } from '@/lib/database/event-log';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { getStatusSnapshot } from '@/lib/queries/get-status-snapshot';
import { singleton } from '@/lib/singleton';
import { type Bus, createLocalBus } from './bus';
import { LiveRoom } from './live-room';
import { processes } from './processes/processes';
import { createRedisBus } from './redis-bus';
import { streamCapacity } from './stream-capacity';

type Listener = (revision: number) => void;

const holder = singleton('live', (): { room: LiveRoom | null; listeners: Listener[] } => ({
  room: null,
  listeners: [],
}));

/** Tells `listener` of each revision this process hears of from now on, once the cache knows it. */
export function onRevision(listener: Listener): void {
  holder.listeners.push(listener);
}

/** What is live in this process. The first call opens it and begins to follow the event log. */
export function liveRoom(): LiveRoom {
  if (holder.room) return holder.room;
  const { STREAM_HEARTBEAT_SECONDS, STREAM_MAX_PER_ADDRESS, STREAM_MAX } = env();
  const room = new LiveRoom({
    source: { currentRevision, eventsAfter, latestEvents, getStatusSnapshot },
    bus: createBus(),
    heartbeatMs: STREAM_HEARTBEAT_SECONDS * 1000,
    caps: { perAddress: STREAM_MAX_PER_ADDRESS, total: STREAM_MAX ?? streamCapacity() },
    now: Date.now,
    warn: (what, message) => log.warn(what, message),
    onRevision: (revision) => {
      noteRevision(revision);
      for (const listener of holder.listeners) listener(revision);
    },
  });
  holder.room = room;
  onCommitted((revision) => room.announce(revision));
  void room.start();
  return room;
}

/** Says goodbye to every open stream and stops. Does nothing where nothing was opened. */
export async function closeLive(): Promise<void> {
  await holder.room?.close(processes().length < 2);
}

function createBus(): Bus {
  const publisher = redis();
  if (!publisher) return createLocalBus();
  const onError = (error: unknown) => log.warn({ err: error }, 'the subscription to status:updates failed');
  return createRedisBus({ subscriber: newSubscriber(), publisher, onError });
}
