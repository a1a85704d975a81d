import { problem } from '@/lib/contracts/problem';
import { env } from '@/lib/env';
import { guardSettings } from '@/lib/live/guard-settings';
import { judgeCaller } from '@/lib/live/origin-guard';

/**
 * The answer to a request that no page of ours made, by the stream's own rules; null for one of ours. Pages of
 * ALLOWED_ORIGINS may listen to the status, and to nothing else.
 */
export function refuseOtherPages({ method, headers }: Request): Response | null {
  const { PUBLIC_URL } = env();
  const caller = {
    method,
    origin: headers.get('origin'),
    secFetchSite: headers.get('sec-fetch-site'),
    referer: headers.get('referer'),
    host: headers.get('host'),
  };
  const decision = judgeCaller(caller, guardSettings({ PUBLIC_URL, ALLOWED_ORIGINS: [] }));
  if (decision.kind === 'pass') return null;
  if (decision.kind === 'preflight') return new Response(null, { status: 204, headers: decision.headers });
  const title = decision.status === 405 ? 'Method not allowed' : 'Forbidden';
  return problem({ status: decision.status, title, detail: decision.detail, headers: decision.headers });
}
