import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { addressLimitKey } from '@/lib/address-limit-key';
import { clientAddress } from '@/lib/client-address';
import { problem } from '@/lib/contracts/problem';
import { env } from '@/lib/env';
import { singleton } from '@/lib/singleton';

/** Failures alone count, so a good token is never shut out, whatever else comes from its address. */
const perMinute = 100;
const failures = () =>
  singleton('api-failed-attempts', () => new RateLimiterMemory({ points: perMinute, duration: 60 }));

/** The answer to a request without a good token: 401, and 429 once its address has failed too often. */
export async function refuseStranger(request: Request): Promise<Response> {
  try {
    await failures().consume(addressLimitKey(clientAddress(request.headers, env().TRUSTED_PROXIES)));
  } catch (refused) {
    if (refused instanceof Error) throw refused;
    const seconds = Math.max(1, Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000));
    return problem({
      status: 429,
      title: 'Too many requests without a valid token.',
      detail: `Try again in ${seconds} s.`,
      headers: { 'Retry-After': String(seconds) },
    });
  }
  return problem({
    status: 401,
    title: 'A valid API token is needed.',
    detail: 'Send it as "Authorization: Bearer <token>" or "Authorization: OAuth <token>".',
    headers: { 'WWW-Authenticate': 'Bearer' },
  });
}
