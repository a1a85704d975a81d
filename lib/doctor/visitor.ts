import { createParser } from 'eventsource-parser';
import { decoder } from './decoder';
import { type Exchange, later, type Opened, open } from './exchange';
import { openHttp2 } from './exchange-http2';
import { streamPath, type Target } from './target';

export type Heard = { name: string; id: string | null; data: string; atMs: number };
/** `sentAtMs` is the server's own clock. */
export type Ping = { sentAtMs: number; atMs: number };

/** One open stream, as a visitor's browser has it. */
export type Visitor = {
  exchange: Exchange;
  retryMs: number | null;
  /** When the first comment, `: connected`, could be read. */
  helloAtMs: number | null;
  events: Heard[];
  pings: Ping[];
  /** Whether anything was left to read once the encoding was undone. */
  hasText: boolean;
  /** Why the body could not be decoded. */
  decodeError: string | null;
};

export type Attending = {
  visitor: Visitor;
  answered: Promise<void>;
  /** The hello was read, or never will be. */
  greeted: Promise<void>;
  /** Three heartbeats were heard, or the far side ended it. */
  heardEnough: Promise<void>;
  leave(): void;
};

type Attend = { headers: Record<string, string>; query?: string; overHttp2?: boolean };

/** Three heartbeats show two intervals. */
const enoughPings = 3;

/** Opens the stream and listens until told to leave. */
export function attend(target: Target, { headers, query = '', overHttp2 = false }: Attend): Attending {
  const greeted = later();
  const heardEnough = later();
  let opened: Opened;
  const parser = createParser({
    onComment(words) {
      // Bytes that are no text may look like a comment.
      if (words.trim() !== 'connected') return;
      visitor.helloAtMs ??= nowOf();
      greeted.resolve();
    },
    onRetry: (retryMs) => {
      visitor.retryMs ??= retryMs;
    },
    onEvent({ event = 'message', id, data }) {
      if (event === 'ping') notePing(visitor, data, nowOf());
      else visitor.events.push({ name: event, id: id ?? null, data, atMs: nowOf() });
      if (visitor.pings.length >= enoughPings) heardEnough.resolve();
    },
  });
  let readAtMs = 0;
  const nowOf = () => readAtMs;
  const decode = decoder(
    () => opened.exchange,
    (text, atMs) => {
      readAtMs = atMs;
      visitor.hasText ||= text.length > 0;
      parser.feed(text);
    },
    (reason) => {
      visitor.decodeError ??= reason;
    },
  );
  const asked = { headers: { Accept: 'text/event-stream', ...headers }, onArrival: decode };
  opened = (overHttp2 ? openHttp2 : open)(target, `${streamPath}${query}`, asked);
  const visitor: Visitor = {
    exchange: opened.exchange,
    retryMs: null,
    helloAtMs: null,
    events: [],
    pings: [],
    hasText: false,
    decodeError: null,
  };
  void opened.ended.then(() => {
    greeted.resolve();
    heardEnough.resolve();
  });
  return {
    visitor,
    answered: opened.answered,
    greeted: greeted.promise,
    heardEnough: heardEnough.promise,
    leave: opened.close,
  };
}

function notePing(visitor: Visitor, data: string, atMs: number): void {
  const sentAtMs = Date.parse(/"now":"([^"]*)"/.exec(data)?.[1] ?? '');
  if (!Number.isNaN(sentAtMs)) visitor.pings.push({ sentAtMs, atMs });
}
