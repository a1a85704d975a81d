import { createParser, type EventSourceMessage } from 'eventsource-parser';
import type { Sink } from '@/lib/live/session';

/** A reader that keeps what it is sent, chunk by chunk, and can stop reading. */
export class RecordingSink implements Sink {
  chunks: string[] = [];
  isClosed = false;
  /** Ended with whatever was queued. */
  isCut = false;
  queued = 0;
  /** What it is sent stays queued. */
  isStuck = false;

  write(bytes: Uint8Array): void {
    if (this.isClosed) throw new Error('closed');
    if (this.isStuck) this.queued += bytes.length;
    this.chunks.push(new TextDecoder().decode(bytes));
  }

  queuedBytes(): number {
    return this.queued;
  }

  close(): void {
    this.isClosed = true;
  }

  cut(): void {
    this.isClosed = true;
    this.isCut = true;
  }

  get text(): string {
    return this.chunks.join('');
  }

  /** What an EventSource would have heard: one word per event, `#` for the unnamed message with its id. */
  get heard(): string[] {
    const events: EventSourceMessage[] = [];
    createParser({ onEvent: (event) => events.push(event) }).feed(this.text);
    return events.map(({ event, id, data }) => {
      const json = JSON.parse(data);
      if (event) return `${event} ${json.revision ?? json.reason}`;
      const marks = [json.reset && 'reset', json.stale && 'stale'].filter(Boolean).map((mark) => ` ${mark}`);
      return `#${id ?? ''} ${json.revision ?? 'outside'}${marks.join('')}`;
    });
  }

  /** Forgets what came so far. */
  clear(): void {
    this.chunks = [];
  }
}
