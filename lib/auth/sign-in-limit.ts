import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  type RateLimiterRes,
} from 'rate-limiter-flexible';
import { addressLimitKey } from '@/lib/address-limit-key';
import { type RedisConnection, redis } from '@/lib/cache/redis';
import { singleton } from '@/lib/singleton';
import { accountLimitKey } from './limit-key';

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

/** This process's limits on signing in. */
export function signInLimit(): SignInLimit {
  return singleton('sign-in-limit', () => createSignInLimit(redis()));
}

/** Limits kept in the Redis behind `connection`, or in this process's memory when there is none. */
export function createSignInLimit(connection: RedisConnection | null): SignInLimit {
  const byAddress = limiter(connection, 'address', failuresPerAddress);
  const byAccount = limiter(connection, 'account', failuresPerAccount);
  return {
    async take({ address, email }) {
      const wait = await consume(byAddress, addressLimitKey(address));
      return wait > 0 ? wait : consume(byAccount, accountLimitKey(email));
    },
    async giveBack({ address, email }) {
      await Promise.all([
        byAddress.reward(addressLimitKey(address)),
        byAccount.delete(accountLimitKey(email)),
      ]);
    },
  };
}

function limiter(connection: RedisConnection | null, name: string, points: number): RateLimiterAbstract {
  const shared = { points, duration: windowSeconds, keyPrefix: `signalbox:sign-in:${name}` };
  const memory = new RateLimiterMemory(shared);
  if (connection === null) return memory;
  return new RateLimiterRedis({
    ...shared,
    storeClient: connection,
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
