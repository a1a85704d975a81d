import { type Answer, problemAnswer, toResponse } from './answer';
import { liveObserver } from './live-observer';
import { type GuardSettings, judgeCaller } from './origin-guard';

/** What the guard reads of a request, whichever way it came; a fetch `Request` is one. */
type GuardedRequest = { method: string; headers: Pick<Headers, 'get'> };

/** Either the answer that ends the request here, or the headers that the stream's answer must carry. */
export type Verdict<A = Answer> = { answer: A } | { headers: Record<string, string> };

/** The same as `judgeRequest`, for those who answer with a `Response`. */
export function guardRequest(request: GuardedRequest, settings: GuardSettings): Verdict<Response> {
  const verdict = judgeRequest(request, settings);
  return 'answer' in verdict ? { answer: toResponse(verdict.answer) } : verdict;
}

/** Asks the guard about a request, and puts a preflight's or a refusal's answer into words. */
export function judgeRequest({ method, headers: said }: GuardedRequest, settings: GuardSettings): Verdict {
  const caller = {
    method,
    origin: said.get('origin'),
    secFetchSite: said.get('sec-fetch-site'),
    referer: said.get('referer'),
    host: said.get('host'),
  };
  const decision = judgeCaller(caller, settings);
  if (decision.kind === 'pass') return { headers: decision.headers };
  if (decision.kind === 'preflight')
    return { answer: { status: 204, headers: decision.headers, body: null } };
  const { status, detail, headers } = decision;
  liveObserver().rejected(status === 405 ? 'method' : 'forbidden');
  const title = status === 405 ? 'Method not allowed' : 'Forbidden';
  return { answer: problemAnswer({ status, title, detail, headers }) };
}
