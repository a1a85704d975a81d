import { Counter, Histogram } from 'prom-client';
import { singleton } from '@/lib/singleton';
import { registers } from './registry';

/** Where a snapshot came from: this process's memory, Redis, the database, or another's read under way. */
type SnapshotSource = 'memory' | 'redis' | 'built' | 'shared';

const cacheMetrics = () =>
  singleton('cache-metrics', () => {
    const served = new Counter({
      name: 'signalbox_snapshot_requests_total',
      help: 'Snapshots of the page asked for, by where they came from: memory, redis, built (from the database), shared (waited for one that somebody else had asked for).',
      labelNames: ['source'] as const,
      registers: registers(),
    });
    for (const source of ['memory', 'redis', 'built', 'shared']) served.labels(source).inc(0);
    const seconds = new Histogram({
      name: 'signalbox_snapshot_build_seconds',
      help: 'Time to build a snapshot of the page from the database.',
      buckets: [0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers: registers(),
    });
    return { served, seconds };
  });

/** Counts a snapshot that somebody asked for. */
export function snapshotServed(source: SnapshotSource): void {
  cacheMetrics().served.inc({ source });
}

/** Counts a build and how long it took. */
export function snapshotBuilt(seconds: number): void {
  cacheMetrics().seconds.observe(seconds);
}

/** Brings them into the registry, so that the first scrape names them. */
export const defineCacheMetrics = () => void cacheMetrics();
