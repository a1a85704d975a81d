import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { createParser } from 'eventsource-parser';
import type { Heard } from '../support/stream-client';

/** An event, and by this machine's clock when it came. */
export type Arrival = Heard & { atMs: number };

export type Answer = {
  status: number;
  headers: IncomingHttpHeaders;
  /** All of the body so far. */
  readonly text: string;
  /** All events so far, pings among them. */
  readonly arrivals: Arrival[];
  readonly isClosed: boolean;
  /** The whole body, once it has ended. */
  whole(): Promise<string>;
  /** Waits for the first event, heard or to come, that `wanted` says yes to. */
  next(wanted: (event: Arrival) => boolean): Promise<Arrival>;
  close(): void;
};

const limitMs = 25_000;

/** Listens to an answer: its text, and the events in it if it is a stream. */
export function listenTo(asked: {
  status: number;
  headers: IncomingHttpHeaders;
  body: Readable;
  close(): void;
}): Answer {
  let text = '';
  let isClosed = false;
  const arrivals: Arrival[] = [];
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const check of waiting) check();
  };
  const parser = createParser({
    onEvent: ({ event = 'message', id, data }) => {
      arrivals.push({ name: event, id, json: JSON.parse(data), atMs: Date.now() });
    },
  });
  const isStream = asked.headers['content-type']?.startsWith('text/event-stream');
  asked.body.setEncoding('utf8');
  asked.body.on('data', (chunk: string) => {
    text += chunk;
    if (isStream) parser.feed(chunk);
    wake();
  });
  const end = () => {
    isClosed = true;
    wake();
  };
  asked.body.on('error', end).on('end', end).on('close', end);

  /** Waits until `look` answers something. */
  const wait = <Found>(look: () => Found | undefined): Promise<Found> =>
    new Promise((resolve, reject) => {
      const finish = () => {
        clearTimeout(timer);
        waiting.delete(check);
      };
      const check = () => {
        const found = look();
        if (found === undefined && !isClosed) return;
        finish();
        if (found === undefined) reject(new Error(`The answer ended:\n${text}`));
        else resolve(found);
      };
      const timer = setTimeout(() => {
        finish();
        reject(new Error(`Not heard in ${limitMs} ms:\n${text}`));
      }, limitMs);
      waiting.add(check);
      check();
    });

  return {
    status: asked.status,
    headers: asked.headers,
    get text() {
      return text;
    },
    get isClosed() {
      return isClosed;
    },
    arrivals,
    whole: () => wait(() => (isClosed ? text : undefined)),
    next: (wanted) => wait(() => arrivals.find(wanted)),
    close: asked.close,
  };
}
