import { singleton } from '@/lib/singleton';

type Reachability = { isDown: boolean; lastGoodAt: Date };

const state = () =>
  singleton('database-reachability', (): Reachability => ({ isDown: false, lastGoodAt: new Date() }));

/** Since when Postgres has not answered this process: the time of its last answer; null while it answers. */
export function unreachableSince(): Date | null {
  return state().isDown ? state().lastGoodAt : null;
}

/** Notes how the latest question to Postgres ended. The live room asks every few seconds, so this is never old. */
export function noteReachable(isReachable: boolean): void {
  state().isDown = !isReachable;
  if (isReachable) state().lastGoodAt = new Date();
}
