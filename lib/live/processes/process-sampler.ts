import { hostname } from 'node:os';
import type { ProcessFigures } from '@/lib/contracts/process-figures';
import { liveMetrics, pulled, takeWorstLag, version } from '@/lib/metrics';

const windowMs = 60_000;

type Totals = { at: number; opened: number; closed: number; rejected: number; events: number };

/** Who this process is among others: `hostname:pid`. */
export const processId = `${hostname()}:${process.pid}`;

/** Looks at this process's figures, once a second. What happened is counted over the minute before. */
export class ProcessSampler {
  private readonly window: Totals[] = [];
  private readonly startedAt = new Date(Date.now() - process.uptime() * 1000).toISOString();

  constructor(private readonly now: () => number) {}

  sample(): ProcessFigures {
    const { totals, recentWrites } = liveMetrics();
    const at = this.now();
    const then = this.minuteBefore({ at, ...totals });
    const { open, revision, redis } = pulled.room();
    return {
      id: processId,
      version,
      startedAt: this.startedAt,
      at: new Date(at).toISOString(),
      open,
      opened: totals.opened - then.opened,
      closed: totals.closed - then.closed,
      rejected: totals.rejected - then.rejected,
      events: totals.events - then.events,
      publishToWrite: quantiles(recentWrites),
      queuedBytes: pulled.queuedBytes(),
      lag: toMs(takeWorstLag()),
      redis,
      pool: pulled.pool(),
      revision,
    };
  }

  /** The totals a minute before `current`; the oldest there are in the first minute. */
  private minuteBefore(current: Totals): Totals {
    this.window.push(current);
    while (this.window[1] && this.window[1].at <= current.at - windowMs) this.window.shift();
    return this.window[0] ?? current;
  }
}

/** By nearest rank, in milliseconds. */
function quantiles(seconds: readonly number[]): ProcessFigures['publishToWrite'] {
  const sorted = seconds.toSorted((a, b) => a - b);
  const at = (share: number) => toMs(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  return sorted.length === 0 ? null : { p50: at(0.5), p99: at(0.99) };
}

function toMs(seconds: number): number {
  return Math.round(seconds * 10_000) / 10;
}
