import { answerLimitMs, ask } from './ask';
import type { Deadline } from './deadline';
import { bodyOf, type Exchange, headerOf } from './exchange';
import { statusPath, streamPath, type Target } from './target';
import { attend, type Visitor } from './visitor';

/** What single requests brought. */
export type ShortAnswers = {
  status: Exchange;
  /** The state again, with the ETag of the first answer; null when it had none. */
  statusAgain: Exchange | null;
  /** The newest revision as /api/status tells it. */
  revision: number | null;
  head: Exchange;
  preflight: Exchange;
  wrongPreflight: Exchange;
  wrongOrigin: Exchange;
  noOrigin: Exchange;
  /** An answer that is an error on purpose: a POST. */
  wrongMethod: Exchange;
  /** As the page itself asks: without an Origin, known by Sec-Fetch-Site or, over plain http, by its Referer. */
  samePage: Visitor;
  /** Null when the revision is not known. */
  resumedByHeader: Visitor | null;
  resumedByQuery: Visitor | null;
};

/** No page has it: the name is reserved never to exist. */
export const wrongOrigin = 'https://not-allowed.invalid';
/** After the hello, a state that follows is there at once. */
const lingerMs = 1_000;

/** Asks all that needs no listening, a few at a time. */
export async function askShortQuestions(target: Target, deadline: Deadline): Promise<ShortAnswers> {
  const { origin } = target;
  const headers = { Origin: origin };
  const status = await ask(target, statusPath, deadline, { headers });
  const etag = headerOf(status, 'etag');
  const revision = revisionOf(status);
  const onStream = (method: string, headers: Record<string, string>) =>
    ask(target, streamPath, deadline, { method, headers, until: method === 'POST' ? 'end' : 'headers' });
  const wanted = {
    'Access-Control-Request-Method': 'GET',
    'Access-Control-Request-Headers': 'last-event-id',
  };

  const [statusAgain, head, preflight, wrongPreflight] = await Promise.all([
    etag === null
      ? null
      : ask(target, statusPath, deadline, { headers: { ...headers, 'If-None-Match': etag } }),
    onStream('HEAD', headers),
    onStream('OPTIONS', { ...headers, ...wanted }),
    onStream('OPTIONS', { Origin: wrongOrigin, ...wanted }),
  ]);
  const [wrong, none, wrongMethod, samePage, resumedByHeader, resumedByQuery] = await Promise.all([
    onStream('GET', { Origin: wrongOrigin }),
    onStream('GET', {}),
    onStream('POST', { ...headers, 'Content-Length': '0' }),
    meet(target, '', deadline, samePageHeaders(origin)),
    revision === null ? null : meet(target, '', deadline, { ...headers, 'Last-Event-ID': `${revision}` }),
    revision === null ? null : meet(target, `?lastEventId=${revision}`, deadline, headers),
  ]);
  const resumed = { resumedByHeader, resumedByQuery };
  return {
    ...{ status, statusAgain, revision, head, preflight, wrongPreflight, wrongOrigin: wrong, noOrigin: none },
    ...{ wrongMethod, samePage, ...resumed },
  };
}

function samePageHeaders(origin: string): Record<string, string> {
  return origin.startsWith('https:')
    ? { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'empty' }
    : { Referer: `${origin}/` };
}

/** Opens the stream, waits for the hello and what comes right behind it, and leaves. */
async function meet(
  target: Target,
  query: string,
  deadline: Deadline,
  headers: Record<string, string>,
): Promise<Visitor> {
  const { signal } = deadline;
  const attending = attend(target, { headers: { 'Accept-Encoding': 'identity', ...headers }, query, signal });
  await deadline.atMost(answerLimitMs, attending.greeted);
  if (attending.visitor.helloAtMs !== null) await deadline.pause(lingerMs);
  attending.leave();
  return attending.visitor;
}

function revisionOf(status: Exchange): number | null {
  try {
    const { revision } = JSON.parse(bodyOf(status));
    return Number.isSafeInteger(revision) ? revision : null;
  } catch {
    return null;
  }
}
