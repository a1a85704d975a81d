import { Counter, Histogram } from 'prom-client';
import { singleton } from '@/lib/singleton';
import { registers } from './registry';

/** How a publish ended: saved, refused by a rule (or a fault of ours), or the database did not answer. */
type PublishOutcome = 'committed' | 'refused' | 'unavailable';

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

const publishMetrics = () =>
  singleton('publish-metrics', () => {
    const outcomes = new Counter({
      name: 'signalbox_publishes_total',
      help: 'Changes that admins asked for, by outcome: committed, refused (by a rule or a fault), unavailable (no answer from the database in time).',
      labelNames: ['outcome'] as const,
      registers: registers(),
    });
    for (const outcome of ['committed', 'refused', 'unavailable']) outcomes.labels(outcome).inc(0);
    const waits = new Histogram({
      name: 'signalbox_publish_queue_wait_seconds',
      help: 'Time a change waited in this process behind others.',
      buckets,
      registers: registers(),
    });
    const seconds = new Histogram({
      name: 'signalbox_publish_commit_seconds',
      help: 'Time of the transaction that saved a change, its wait for other processes included.',
      buckets,
      registers: registers(),
    });
    return { outcomes, waits, seconds };
  });

/** Starts measuring a publish: tell it when its turn begins, and how it ended. */
export function beginPublish() {
  const askedAt = performance.now();
  let begunAt: number | undefined;
  const { outcomes, waits, seconds } = publishMetrics();
  return {
    turnBegins() {
      begunAt = performance.now();
      waits.observe((begunAt - askedAt) / 1000);
    },
    ended(outcome: PublishOutcome) {
      outcomes.inc({ outcome });
      if (outcome === 'committed' && begunAt !== undefined)
        seconds.observe((performance.now() - begunAt) / 1000);
    },
  };
}

/** Brings them into the registry, so that the first scrape names them. */
export const definePublishMetrics = () => void publishMetrics();
