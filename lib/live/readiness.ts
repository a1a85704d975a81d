import { redis, redisTrouble } from '@/lib/cache/redis';
import type { RedisTrouble } from '@/lib/cache/redis-trouble';
import { currentRevision } from '@/lib/database/event-log';
import { isDraining } from '@/lib/lifecycle';
import { liveRoom } from './live';
import { within } from './within';

type Check = 'up' | 'down' | 'off';

/** `degraded` still serves everything, more slowly; `unavailable` should get no visitors. */
export type Readiness = {
  status: 'ready' | 'degraded' | 'unavailable';
  checks: { postgres: Check; redis: Check | RedisTrouble; stream: Check };
};

const limitMs = 1_000;

/**
 * Asks what this process stands on, each with a limit of a second. Redis is `off` where none is set, `refused` where
 * it does not take the login, and `untrusted` where its certificate is not taken.
 */
export async function readiness(): Promise<Readiness> {
  const room = liveRoom();
  const [postgres, redisCheck, isKnown] = await Promise.all([
    check(currentRevision),
    checkRedis(room.bus.isUp()),
    room.isKnown(),
  ]);
  const stream = isKnown && !isDraining() ? 'up' : 'down';
  const checks = { postgres, redis: redisCheck, stream } as const;
  if (postgres === 'down' || stream === 'down') return { status: 'unavailable', checks };
  return { status: redisCheck === 'up' || redisCheck === 'off' ? 'ready' : 'degraded', checks };
}

async function checkRedis(isSubscribed: boolean): Promise<Check | RedisTrouble> {
  const connection = redis();
  if (!connection) return 'off';
  if (isSubscribed && (await check(() => connection.ping())) === 'up') return 'up';
  return redisTrouble();
}

async function check(ask: () => Promise<unknown>): Promise<Check> {
  try {
    await within(limitMs, ask());
    return 'up';
  } catch {
    return 'down';
  }
}
