import { addressLimitKey } from '@/lib/address-limit-key';
import { clientAddress } from '@/lib/client-address';
import { isDraining } from '@/lib/lifecycle';
import { acceptsGzip } from './accepts-gzip';
import type { Answer } from './answer';
import { judgeRequest } from './guard-request';
import { liveObserver, type StreamEncoding } from './live-observer';
import type { LiveRoom } from './live-room';
import type { Session, Sink } from './session';
import { refuseStream } from './stream-refusal';
import type { StreamSettings } from './stream-settings';

/** A request for the stream, whichever way it came. A fetch `Request` is one, but for its query. */
export type StreamRequest = { method: string; headers: Pick<Headers, 'get'>; query: URLSearchParams };

/** What a transport does with a request; it is asked for one of `answer`, `head`, or `begin` and then `opened`. */
export type Transport = {
  readonly encodings: readonly StreamEncoding[];
  answer(answer: Answer): void;
  /** Sends the headers of a stream, and ends. */
  head(headers: Record<string, string>): void;
  /** Sends the headers of a stream. Answers where its bytes go. */
  begin(headers: Record<string, string>): Sink;
  opened(session: Session): void;
};

/** Framing headers are the server's to set: a second `chunked` makes proxies answer 502. */
const streamHeaders = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

/**
 * Answers a request for the stream, whatever its method. A HEAD gets the headers and opens nothing. A promise only
 * where something has to be waited for: with thousands at the door, one for each is felt.
 */
export function answerStream(
  request: StreamRequest,
  room: LiveRoom,
  settings: StreamSettings,
  transport: Transport,
): void | Promise<void> {
  const verdict = judgeRequest(request, settings.guard);
  if ('answer' in verdict) return transport.answer(verdict.answer);
  const open = () => openStream(request, room, settings, transport, verdict.headers);
  return room.hub.state ? open() : room.isKnown().then(open);
}

/** Without a wait: what is counted at its beginning still holds when the stream opens. */
function openStream(
  request: StreamRequest,
  room: LiveRoom,
  settings: StreamSettings,
  transport: Transport,
  guarded: Record<string, string>,
): void {
  const address = clientAddress(request.headers, settings.trustedProxies);
  const addressKey = addressLimitKey(address);
  const refusal = isDraining() ? 'draining' : room.refusal(addressKey);
  if (refusal) {
    liveObserver().rejected(refusal);
    transport.answer(refuseStream(refusal, request.headers, guarded));
    return;
  }

  const { encoding, headers } = encode(request, settings, transport, guarded);
  if (request.method === 'HEAD') {
    transport.head(headers);
    return;
  }
  const session = room.open(transport.begin(headers), {
    lastEventId: lastEventIdOf(request),
    encoding,
    addressKey,
  });
  if (session) transport.opened(session);
}

/** A reader that hears nothing through some proxy asks again with `?encoding=identity`. */
function encode(
  { headers, query }: StreamRequest,
  { mayGzip }: StreamSettings,
  { encodings }: Transport,
  guarded: Record<string, string>,
): { encoding: StreamEncoding; headers: Record<string, string> } {
  const base = { ...streamHeaders, ...guarded };
  if (!mayGzip || !encodings.includes('gzip')) return { encoding: 'identity', headers: base };
  const varied = { ...base, Vary: `${guarded.Vary}, Accept-Encoding` };
  const isWanted = acceptsGzip(headers.get('accept-encoding')) && query.get('encoding') !== 'identity';
  return isWanted
    ? { encoding: 'gzip', headers: { ...varied, 'Content-Encoding': 'gzip' } }
    : { encoding: 'identity', headers: varied };
}

/** A fresh EventSource can't send the header, so a page puts the revision it was rendered at into the address. */
function lastEventIdOf({ headers, query }: StreamRequest): string | null {
  return headers.get('last-event-id') ?? query.get('lastEventId');
}
