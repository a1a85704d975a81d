import type { LiveRoom } from './live-room';
import type { Session } from './session';

/**
 * Opens a stream as a web `ReadableStream` of bytes; null when the room can't open one. Its `cancel` is how
 * Next tells that the reader has gone.
 */
export function openWebStream(room: LiveRoom, lastEventId: string | null): ReadableStream<Uint8Array> | null {
  let session: Session | null = null;
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const sink = {
          write: (bytes: Uint8Array) => controller.enqueue(bytes),
          queuedBytes: () => -(controller.desiredSize ?? 0),
          close: () => controller.close(),
        };
        session = room.open(sink, lastEventId);
      },
      cancel() {
        session?.leave();
      },
    },
    // With a mark of zero the desired size is, but for its sign, what the reader has not taken.
    new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
  );
  return session ? stream : null;
}
