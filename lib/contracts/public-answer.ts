import { type Problem, problemParts } from './problem';

/** What of a request decides how a public document is answered. */
export type Question = {
  method: string;
  ifNoneMatch: string | null;
  ifModifiedSince: string | null;
  /** When it came, in epoch milliseconds. */
  at: number;
};

/** A document as it goes out, the same bytes for everyone. */
export type PublicDocument = {
  body: string;
  /** Its Content-Type. */
  type: string;
  etag: string;
  cacheControl: string;
  /** Null where nobody knows, as for what the program itself says. */
  modifiedAt: Date | null;
  /** Since when what it says could not be checked; null while it can. */
  staleSince: Date | null;
};

/** A whole answer, before any transport has put it into its own form. */
type PublicAnswer = { status: number; headers: Record<string, string>; body: string | null };

/** Everybody may read it; a page elsewhere may also ask whether it has changed, and see whether it is stale. */
const anyone = {
  'Access-Control-Allow-Origin': '*',
  'X-Content-Type-Options': 'nosniff',
  'Access-Control-Expose-Headers': 'ETag, Last-Modified, Cache-Status, Retry-After',
};
const preflight = {
  'Access-Control-Allow-Methods': 'GET, HEAD',
  'Access-Control-Allow-Headers': 'If-None-Match, If-Modified-Since, Cache-Control',
  'Access-Control-Max-Age': '7200',
};

/**
 * Answers a request for something everybody may read, whatever its method: 200, 204 to a preflight, 304 to whoever
 * has it already (RFC 9110), 405, or the problem that `find` met.
 */
export async function answerPublic(
  question: Question,
  find: () => Promise<PublicDocument | Problem>,
): Promise<PublicAnswer> {
  const { method } = question;
  if (method === 'OPTIONS') return { status: 204, headers: { ...anyone, ...preflight }, body: null };
  if (method !== 'GET' && method !== 'HEAD') return publicProblem(notAllowed);
  const found = await find();
  const answer = 'status' in found ? publicProblem(found) : answerDocument(question, found);
  return method === 'HEAD' ? { ...answer, body: null } : answer;
}

/** What `answerPublic` asks of a request of Fetch's kind. */
export function questionOf({ method, headers }: Request): Question {
  const ifNoneMatch = headers.get('if-none-match');
  return { method, ifNoneMatch, ifModifiedSince: headers.get('if-modified-since'), at: Date.now() };
}

function answerDocument(question: Question, document: PublicDocument): PublicAnswer {
  const { body, type, etag, cacheControl, staleSince } = document;
  const lastModified = tellableTime(document, question.at);
  const headers = {
    ...anyone,
    'Cache-Control': cacheControl,
    ETag: etag,
    ...(lastModified && { 'Last-Modified': lastModified.toUTCString() }),
    ...(staleSince && { 'Cache-Status': cacheStatus(staleSince, question.at) }),
  };
  if (isHeld(question, etag, lastModified)) return { status: 304, headers, body: null };
  return { status: 200, headers: { ...headers, 'Content-Type': type }, body };
}

/** A second holds many changes, and a time that is less than a second old would hide the next one (RFC 9110, 8.8.2.2). */
function tellableTime({ modifiedAt }: PublicDocument, now: number): Date | null {
  if (!modifiedAt) return null;
  const second = Math.floor(modifiedAt.getTime() / 1000) * 1000;
  return now - second > 1000 ? new Date(second) : null;
}

/** Whether the reader has it. The tag, where one is given, is all that counts. */
function isHeld(
  { ifNoneMatch, ifModifiedSince }: Question,
  etag: string,
  lastModified: Date | null,
): boolean {
  if (ifNoneMatch !== null) return namesTag(ifNoneMatch, etag);
  if (ifModifiedSince === null || !lastModified) return false;
  return lastModified.getTime() <= Date.parse(ifModifiedSince);
}

/** Whether `If-None-Match` names the tag. Compared weakly, as RFC 9110 asks: whoever compresses adds `W/`. */
export function namesTag(header: string, etag: string): boolean {
  if (header.trim() === '*') return true;
  return [...header.matchAll(/(?:W\/)?("[^"]*")/g)].some(([, tag]) => tag === etag);
}

/** RFC 9211: answered from memory, and for how long that has not been fresh. */
function cacheStatus(staleSince: Date, now: number): string {
  const seconds = Math.max(1, Math.round((now - staleSince.getTime()) / 1000));
  return `Signalbox; hit; ttl=-${seconds}; detail="stale since ${staleSince.toISOString()}"`;
}

const notAllowed: Problem = {
  status: 405,
  title: 'Method not allowed',
  detail: 'This address is read with GET.',
  headers: { Allow: 'GET, HEAD, OPTIONS' },
};

function publicProblem(problem: Problem): PublicAnswer {
  return problemParts({ ...problem, headers: { ...anyone, ...problem.headers } });
}
