import { problem } from '@/lib/contracts/problem';
import { isDraining } from '@/lib/lifecycle';
import { guardRequest } from './guard-request';
import type { LiveRoom } from './live-room';
import type { GuardSettings } from './origin-guard';
import { openWebStream } from './web-stream';

/** Framing headers are the server's to set: a second `chunked` makes proxies answer 502. */
const streamHeaders = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

/** Answers a request for the stream, whatever its method. A HEAD gets the headers and opens nothing. */
export async function answerStream(
  request: Request,
  room: LiveRoom,
  settings: GuardSettings,
): Promise<Response> {
  const verdict = guardRequest(request, settings);
  if ('answer' in verdict) return verdict.answer;
  if (isDraining() || !(await room.isKnown())) return notNow(verdict.headers);

  const headers = { ...streamHeaders, ...verdict.headers };
  if (request.method === 'HEAD') return new Response(null, { headers });
  const stream = openWebStream(room, lastEventIdOf(request));
  return stream ? new Response(stream, { headers }) : notNow(verdict.headers);
}

/** A fresh EventSource can't send the header, so a page puts the revision it was rendered at into the address. */
function lastEventIdOf(request: Request): string | null {
  return request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('lastEventId');
}

function notNow(headers: Record<string, string>): Response {
  return problem({
    status: 503,
    title: 'Not available',
    detail: 'The status cannot be streamed right now. Try again shortly.',
    headers: { ...headers, 'Retry-After': '5' },
  });
}
