import { createHash } from 'node:crypto';
import type { StatusState } from '@/lib/contracts/live-state';
import { problem } from '@/lib/contracts/problem';
import { stateJson } from './frames';
import type { LiveRoom } from './live-room';

/** Everybody may read the status; a page elsewhere may also ask whether it has changed. */
const anyone = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Retry-After',
};
const preflight = {
  'Access-Control-Allow-Methods': 'GET, HEAD',
  'Access-Control-Allow-Headers': 'If-None-Match, Cache-Control',
  'Access-Control-Max-Age': '7200',
};

/** Answers a request for the state as JSON, whatever its method: the same state as the stream's unnamed message. */
export async function answerStatus(request: Request, room: LiveRoom): Promise<Response> {
  if (request.method === 'OPTIONS')
    return new Response(null, { status: 204, headers: { ...anyone, ...preflight } });
  if (request.method !== 'GET' && request.method !== 'HEAD') return notAllowed();
  await room.isKnown();
  const { state } = room.hub;
  if (!state) return notKnown();

  const { body, etag } = pageOf(state);
  const headers = { ...anyone, 'Cache-Control': 'no-cache', ETag: etag };
  if (isHeld(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  const typed = { ...headers, 'Content-Type': 'application/json; charset=utf-8' };
  return new Response(request.method === 'HEAD' ? null : body, { headers: typed });
}

type Page = { body: string; etag: string };
const pages = new WeakMap<StatusState, Page>();

/** One digest per state, however many ask. */
function pageOf(state: StatusState): Page {
  const known = pages.get(state);
  if (known) return known;
  const body = stateJson(state);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const page = { body, etag };
  pages.set(state, page);
  return page;
}

/** Whether `If-None-Match` names the tag. Compared weakly, as RFC 9110 asks: a proxy that compresses adds `W/`. */
function isHeld(header: string | null, etag: string): boolean {
  if (header === null) return false;
  if (header.trim() === '*') return true;
  return [...header.matchAll(/(?:W\/)?("[^"]*")/g)].some(([, tag]) => tag === etag);
}

function notAllowed(): Response {
  const headers = { ...anyone, Allow: 'GET, HEAD, OPTIONS' };
  return problem({
    status: 405,
    title: 'Method not allowed',
    detail: 'The status is read with GET.',
    headers,
  });
}

function notKnown(): Response {
  return problem({
    status: 503,
    title: 'Not available',
    detail: 'The status is not known yet. Try again shortly.',
    headers: { ...anyone, 'Retry-After': '5' },
  });
}
