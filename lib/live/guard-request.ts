import { problem } from '@/lib/contracts/problem';
import { type GuardSettings, judgeCaller } from './origin-guard';

/** Either the answer that ends the request here, or the headers that the stream's answer must carry. */
export type Verdict = { answer: Response } | { headers: Record<string, string> };

/** Asks the guard about a fetch `Request`, and puts a preflight's or a refusal's answer into words. */
export function guardRequest(request: Request, settings: GuardSettings): Verdict {
  const caller = {
    method: request.method,
    origin: request.headers.get('origin'),
    secFetchSite: request.headers.get('sec-fetch-site'),
    referer: request.headers.get('referer'),
    host: request.headers.get('host'),
  };
  const decision = judgeCaller(caller, settings);
  if (decision.kind === 'pass') return { headers: decision.headers };
  if (decision.kind === 'preflight')
    return { answer: new Response(null, { status: 204, headers: decision.headers }) };
  const { status, detail, headers } = decision;
  const title = status === 405 ? 'Method not allowed' : 'Forbidden';
  return { answer: problem({ status, title, detail, headers }) };
}
