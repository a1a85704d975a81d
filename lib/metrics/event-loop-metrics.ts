import { Histogram } from 'prom-client';
import { singleton } from '@/lib/singleton';
import { registers } from './registry';

const everyMs = 50;

const loopMetrics = () =>
  singleton('event-loop-metrics', () => ({
    lag: new Histogram({
      name: 'signalbox_event_loop_lag_seconds',
      help: 'How late the event loop runs what is due, probed 20 times a second.',
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers: registers(),
    }),
    worst: 0,
    isProbed: false,
  }));

/** Begins to measure how late the event loop is; the second call does nothing. */
export function startLagProbe(): void {
  const metrics = loopMetrics();
  if (metrics.isProbed) return;
  metrics.isProbed = true;
  let dueAt = performance.now() + everyMs;
  setInterval(() => {
    const now = performance.now();
    const lag = Math.max(0, now - dueAt) / 1000;
    metrics.lag.observe(lag);
    metrics.worst = Math.max(metrics.worst, lag);
    dueAt = now + everyMs;
  }, everyMs).unref();
}

/** The worst lag in seconds since it was last asked. One caller per process: asking begins a new count. */
export function takeWorstLag(): number {
  const metrics = loopMetrics();
  const { worst } = metrics;
  metrics.worst = 0;
  return worst;
}

/** Brings it into the registry, so that the first scrape names it. */
export const defineEventLoopMetrics = () => void loopMetrics();
