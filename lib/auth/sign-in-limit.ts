import type { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, type RateLimiterRes } from 'rate-limiter-flexible';
import { accountLimitKey, addressLimitKey } from './limit-key';

/** Failures within this time count together. */
const windowSeconds = 15 * 60;
const failuresPerAddress = 10;
/** Higher than for an address: a stranger who guesses shall not easily lock the owner out. */
const failuresPerAccount = 20;

/** One try at signing in, as the limits see it. */
export type Try = { address: string | null; email: string };

/** How often signing in may fail. Kept in Redis when there is one; while it does not answer, in this process. */
export type SignInLimit = {
  /** Counts a try before its password is looked at. Answers the seconds to wait, 0 for go ahead. */
  take(attempt: Try): Promise<number>;
  /** Takes the count back after a success: only failures count. */
  giveBack(attempt: Try): Promise<void>;
};

/** Limits kept in `redis`, or in this process' memory when there is none. */
export function createSignInLimit(redis: Redis | null): SignInLimit {
  const byAddress = limiter(redis, 'address', failuresPerAddress);
  const byAccount = limiter(redis, 'account', failuresPerAccount);
  return {
    async take({ address, email }) {
      const wait = await consume(byAddress, addressLimitKey(address));
      return wait > 0 ? wait : consume(byAccount, accountLimitKey(email));
    },
    async giveBack({ address, email }) {
      await Promise.all([byAddress.reward(addressLimitKey(address)), byAccount.delete(accountLimitKey(email))]);
    },
  };
}

function limiter(redis: Redis | null, name: string, points: number): RateLimiterAbstract {
  const shared = { points, duration: windowSeconds, keyPrefix: `signalbox:sign-in:${name}` };
  const memory = new RateLimiterMemory(shared);
  if (redis === null) return memory;
  return new RateLimiterRedis({
    ...shared,
    storeClient: redis,
    insuranceLimiter: memory,
    // Otherwise a try would wait for Redis to come back.
    rejectIfRedisNotReady: true,
  });
}

async function consume(limit: RateLimiterAbstract, key: string): Promise<number> {
  try {
    await limit.consume(key);
    return 0;
  } catch (refused) {
    if (refused instanceof Error) throw refused;
    return Math.max(1, Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000));
  }
}
