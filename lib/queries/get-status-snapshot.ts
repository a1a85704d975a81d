import { cachedSnapshot, knownRevision, lastKnownSnapshot } from '@/lib/cache/snapshot-cache';
import type { StatusSnapshot } from '@/lib/contracts/live-state';
import { currentRevision } from '@/lib/database/event-log';
import { unreachableSince } from '@/lib/database/reachability';
import { isUnavailable } from '@/lib/database/unavailable';
import { buildStatusSnapshot } from './build-status-snapshot';

/**
 * Everything the public page shows, at `atLeast` or the newest revision this process has heard of. While
 * Postgres can't be asked it answers the last known snapshot, with `state.stale` and `staleSince` set;
 * throws Unavailable when there is none.
 */
export async function getStatusSnapshot({ atLeast = 0 }: { atLeast?: number } = {}): Promise<StatusSnapshot> {
  try {
    // While it is known to be down, visitors don't wait for it: the live room asks it every few seconds.
    if (unreachableSince() && lastKnownSnapshot()) return staleSnapshot();
    const revision = Math.max(atLeast, knownRevision()) || (await currentRevision());
    return await cachedSnapshot(revision, buildStatusSnapshot);
  } catch (error) {
    if (isUnavailable(error) && lastKnownSnapshot()) return staleSnapshot();
    throw error;
  }
}

function staleSnapshot(): StatusSnapshot {
  const snapshot = lastKnownSnapshot();
  if (!snapshot) throw new Error('no snapshot is known');
  const staleSince = (unreachableSince() ?? new Date()).toISOString();
  return { ...snapshot, state: { ...snapshot.state, stale: true, staleSince } };
}
