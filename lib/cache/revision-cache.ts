import { singleton } from '@/lib/singleton';
import { knownRevision } from './snapshot-cache';

type AtRevision = { revision: number };
type Kept<T> = { last: T | null; builds: Map<number, Promise<T>> };

/**
 * Keeps in this process's memory what was read at the newest revision: built once for all who ask at the same time,
 * and again when another revision is heard of. `name` is its own in the process.
 */
export function revisionCache<T extends AtRevision>(name: string) {
  const kept = () => singleton(name, (): Kept<T> => ({ last: null, builds: new Map() }));

  return {
    /** The newest that was read, for when Postgres can't be asked. */
    last: (): T | null => kept().last,

    /** What belongs to the newest revision this process has heard of, which `ask` answers where it has heard of none. */
    async current(ask: () => Promise<number>, build: () => Promise<T>): Promise<T> {
      const revision = knownRevision() || (await ask());
      const { last, builds } = kept();
      if (last?.revision === revision) return last;
      const running = builds.get(revision) ?? begin(builds, revision, build);
      return running;
    },
  };

  function begin(builds: Kept<T>['builds'], revision: number, build: () => Promise<T>): Promise<T> {
    const started = build()
      .then((value) => {
        kept().last = value;
        return value;
      })
      .finally(() => builds.delete(revision));
    builds.set(revision, started);
    return started;
  }
}
