import { redis } from '@/lib/cache/redis';
import { currentRevision } from '@/lib/database/event-log';
import { isDraining } from '@/lib/lifecycle';
import { liveRoom } from './live';
import { within } from './within';

type Check = 'up' | 'down' | 'off';

/** `degraded` still serves everything, more slowly; `unavailable` should get no visitors. */
export type Readiness = {
  status: 'ready' | 'degraded' | 'unavailable';
  checks: { postgres: Check; redis: Check; stream: Check };
};

const limitMs = 1_000;

/** Asks what this process stands on, each with a limit of a second. Redis is `off` where none is set. */
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
  return { status: redisCheck === 'down' ? 'degraded' : 'ready', checks };
}

async function checkRedis(isSubscribed: boolean): Promise<Check> {
  const connection = redis();
  if (!connection) return 'off';
  return isSubscribed ? check(() => connection.ping()) : 'down';
}

async function check(ask: () => Promise<unknown>): Promise<Check> {
  try {
    await within(limitMs, ask());
    return 'up';
  } catch {
    return 'down';
  }
}
