import { type ClientRequest, type IncomingHttpHeaders, request } from 'node:http';
import { createParser } from 'eventsource-parser';

// biome-ignore lint/suspicious/noExplicitAny: what a stream says is looked at field by field
type Json = any;

/** One event as an EventSource would give it: `message` is the unnamed one. */
export type Heard = { name: string; id: string | undefined; json: Json };

export type StreamClient = {
  status: number;
  headers: IncomingHttpHeaders;
  /** Every byte so far, as text. */
  readonly text: string;
  /** Every event so far, pings left out. */
  readonly heard: Heard[];
  readonly pings: Heard[];
  readonly isClosed: boolean;
  /** Waits for the first event, heard or to come, that `wanted` says yes to. */
  next(wanted: (event: Heard) => boolean): Promise<Heard>;
  close(): void;
};

const limitMs = 25_000;

/** Opens a stream, or whatever else the address answers, with exactly these headers. */
export function openStream(
  url: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<StreamClient> {
  return new Promise((resolve, reject) => {
    const asked: ClientRequest = request(url, { method, headers, agent: false });
    asked.on('error', reject);
    asked.on('response', (response) => {
      let text = '';
      let isClosed = false;
      const heard: Heard[] = [];
      const pings: Heard[] = [];
      const waiting = new Set<() => void>();
      const parser = createParser({
        onEvent: ({ event = 'message', id, data }) => {
          (event === 'ping' ? pings : heard).push({ name: event, id, json: JSON.parse(data) });
        },
      });
      const summary = () => `${heard.length} events:\n${outline(heard.slice(-40)).join(', ')}`;
      const wake = () => {
        for (const check of waiting) check();
      };
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        if (response.headers['content-type']?.startsWith('text/event-stream')) parser.feed(chunk);
        wake();
      });
      response.on('error', () => {});
      response.on('close', () => {
        isClosed = true;
        wake();
      });
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        get text() {
          return text;
        },
        get isClosed() {
          return isClosed;
        },
        heard,
        pings,
        next: (wanted) =>
          new Promise((found, failed) => {
            const check = () => {
              const event = [...heard, ...pings].find(wanted);
              if (event || isClosed) finish();
              if (event) found(event);
              else if (isClosed) failed(new Error(`the stream ended after ${summary()}`));
            };
            const timer = setTimeout(() => {
              finish();
              failed(new Error(`not heard in ${summary()}`));
            }, limitMs);
            const finish = () => {
              clearTimeout(timer);
              waiting.delete(check);
            };
            waiting.add(check);
            check();
          }),
        close: () => asked.destroy(),
      });
    });
    asked.end();
  });
}

/** The unnamed message of this revision, not stale. */
export const stateAt = (revision: number) => (event: Heard) =>
  event.name === 'message' && event.id === `${revision}` && event.json.revision === revision;

/** The names and revisions heard, in order: `incident.created 2`, `message 2`. */
export function outline(heard: readonly Heard[]): string[] {
  return heard.map(({ name, json }) => `${name} ${json.revision}`);
}
