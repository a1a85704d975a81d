import { setTimeout as sleep } from 'node:timers/promises';
import { isDraining } from '@/lib/lifecycle';
import { processes } from '@/lib/live/processes/processes';
import { commentText, eventText, toBytes } from '@/lib/live/sse';

const everyMs = 1_000;
/** A session that has ended must not go on being shown figures for more than 15 seconds. */
const askEveryMs = 10_000;

type Why = 'signed-out' | 'shutdown';

/**
 * The event `processes` once a second, until nobody is signed in any more or the process ends, which the event
 * `done` tells. It is made when the reader has taken the one before, so nothing is piled up for a slow one.
 */
export function figuresStream(isSignedIn: () => Promise<boolean>): ReadableStream<Uint8Array> {
  const gone = new AbortController();
  let askedAt = performance.now();
  let isFirst = true;

  async function next(): Promise<{ text: string; isLast: boolean }> {
    if (isFirst) {
      isFirst = false;
      return { text: commentText('connected') + figures(), isLast: false };
    }
    await sleep(everyMs, undefined, { signal: gone.signal });
    if (isDraining()) return { text: done('shutdown'), isLast: true };
    if (performance.now() - askedAt >= askEveryMs) {
      if (!(await isSignedIn())) return { text: done('signed-out'), isLast: true };
      askedAt = performance.now();
    }
    return { text: figures(), isLast: false };
  }

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { text, isLast } = await next();
          controller.enqueue(toBytes(text));
          if (isLast) controller.close();
        } catch (error) {
          if (!gone.signal.aborted) throw error;
        }
      },
      cancel: () => gone.abort(),
    },
    { highWaterMark: 1 },
  );
}

function figures(): string {
  return eventText({ event: 'processes', data: JSON.stringify(processes()) });
}

function done(reason: Why): string {
  return eventText({ event: 'done', data: JSON.stringify({ reason }) });
}
