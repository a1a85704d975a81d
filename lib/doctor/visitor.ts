import { createParser } from 'eventsource-parser';
import { later, type Opened } from './begin-exchange';
import { decoder } from './decoder';
import type { Exchange } from './exchange';
import { openHttp1 } from './exchange-http1';
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
  /** The first that could be read once the encoding was undone; empty when nothing could. */
  firstText: string;
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

type Attend = { headers: Record<string, string>; query?: string; overHttp2?: boolean; signal: AbortSignal };

/** Three heartbeats show two intervals. */
const enoughPings = 3;
/** A broken hop may repeat itself for ever. */
const mostHeard = 1_000;
const firstTextLength = 80;

/** Opens the stream and listens until told to leave, or until `signal` says so. */
export function attend(
  target: Target,
  { headers, query = '', overHttp2 = false, signal }: Attend,
): Attending {
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
      else if (visitor.events.length < mostHeard)
        visitor.events.push({ name: event, id: id ?? null, data, atMs: nowOf() });
      if (visitor.pings.length >= enoughPings) heardEnough.resolve();
    },
  });
  let readAtMs = 0;
  const nowOf = () => readAtMs;
  const decode = decoder(
    () => opened.exchange,
    (text, atMs) => {
      readAtMs = atMs;
      visitor.firstText += text.slice(0, firstTextLength - visitor.firstText.length);
      parser.feed(text);
    },
    (reason) => {
      visitor.decodeError ??= reason;
    },
  );
  const asked = { headers: { Accept: 'text/event-stream', ...headers }, onArrival: decode, signal };
  opened = (overHttp2 ? openHttp2 : openHttp1)(target, `${streamPath}${query}`, asked);
  const visitor: Visitor = {
    exchange: opened.exchange,
    retryMs: null,
    helloAtMs: null,
    events: [],
    pings: [],
    firstText: '',
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
  if (!Number.isNaN(sentAtMs) && visitor.pings.length < mostHeard) visitor.pings.push({ sentAtMs, atMs });
}
