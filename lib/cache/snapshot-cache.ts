import { type StatusSnapshot, statusSnapshot } from '@/lib/contracts/live-state';
import { log } from '@/lib/log';
import { snapshotBuilt, snapshotServed } from '@/lib/metrics';
import { singleton } from '@/lib/singleton';
import { redis } from './redis';

const timeToLiveSeconds = 60;

type Memory = {
  revision: number;
  last: { snapshot: StatusSnapshot; readAt: number } | null;
  builds: Map<number, Promise<StatusSnapshot>>;
};

const memory = () =>
  singleton('snapshot-cache', (): Memory => ({ revision: 0, last: null, builds: new Map() }));

/** Tells the cache which revision this process has heard of; older snapshots are then never served as current. */
export function noteRevision(revision: number): void {
  memory().revision = revision;
}

/** The newest revision this process has heard of; 0 before the first. */
export function knownRevision(): number {
  return memory().revision;
}

/** The newest snapshot this process has seen, for when Postgres can't be asked. */
export function lastKnownSnapshot(): StatusSnapshot | null {
  return memory().last?.snapshot ?? null;
}

/**
 * The snapshot of `revision`, at most 60 s old: from this process, else from Redis, else from `build`, once for
 * all who ask at the same time. Keys hold the revision, so a publish drops the old snapshot by asking for
 * another, and a slow builder can't put an old snapshot back.
 */
export async function cachedSnapshot(
  revision: number,
  build: () => Promise<StatusSnapshot>,
): Promise<StatusSnapshot> {
  const { last, builds } = memory();
  const isFresh = last !== null && performance.now() - last.readAt < timeToLiveSeconds * 1000;
  if (isFresh && last.snapshot.state.revision === revision) {
    snapshotServed('memory');
    return last.snapshot;
  }
  const running = builds.get(revision);
  if (running) {
    snapshotServed('shared');
    return running;
  }
  const started = readOrBuild(revision, build).finally(() => builds.delete(revision));
  builds.set(revision, started);
  return started;
}

async function readOrBuild(revision: number, build: () => Promise<StatusSnapshot>): Promise<StatusSnapshot> {
  const cached = await read(revision);
  snapshotServed(cached ? 'redis' : 'built');
  const snapshot = cached ?? (await measured(build));
  if (!cached) await keep(snapshot);
  memory().last = { snapshot, readAt: performance.now() };
  return snapshot;
}

async function measured(build: () => Promise<StatusSnapshot>): Promise<StatusSnapshot> {
  const begunAt = performance.now();
  const snapshot = await build();
  snapshotBuilt((performance.now() - begunAt) / 1000);
  return snapshot;
}

async function read(revision: number): Promise<StatusSnapshot | null> {
  const text = await attempt(() => redis()?.get(keyOf(revision)));
  if (!text) return null;
  try {
    return statusSnapshot.parse(JSON.parse(text));
  } catch (error) {
    // Another version of the product may have written it.
    log.warn({ err: error, revision }, 'a cached snapshot could not be read');
    return null;
  }
}

async function keep(snapshot: StatusSnapshot): Promise<void> {
  const key = keyOf(snapshot.state.revision);
  await attempt(() => redis()?.set(key, JSON.stringify(snapshot), 'EX', timeToLiveSeconds));
}

function keyOf(revision: number): string {
  return `signalbox:snapshot:${revision}`;
}

/** Redis makes it fast; without it Postgres answers. */
async function attempt<T>(ask: () => Promise<T> | undefined): Promise<T | null> {
  try {
    return (await ask()) ?? null;
  } catch {
    return null;
  }
}
