import { Counter, Histogram } from 'prom-client';
import { singleton } from '@/lib/singleton';
import { registers } from './registry';

const labelNames = ['route', 'method', 'status'] as const;
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Anybody may send any word as a method; each new one would be a series for ever. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']);

const httpMetrics = () =>
  singleton('http-metrics', () => ({
    requests: new Counter({
      name: 'signalbox_http_requests_total',
      help: 'HTTP requests answered, by route pattern, method and status. Live streams have metrics of their own.',
      labelNames,
      registers: registers(),
    }),
    seconds: new Histogram({
      name: 'signalbox_http_request_duration_seconds',
      help: 'Time from a request to the end of its answer, by route pattern, method and status; event streams left out.',
      labelNames,
      buckets,
      registers: registers(),
    }),
  }));

type MeasuredRequest = {
  /** A pattern such as `/incidents/[id]`, never a path: there are few patterns and endless paths. */
  route: string;
  method: string;
  status: number;
  /** Null for an event stream, whose length says nothing of how quick we are. */
  seconds: number | null;
};

/** Counts an answered request. */
export function requestDone({ route, method, status, seconds }: MeasuredRequest): void {
  const labels = { route, method: methods.has(method) ? method : 'other', status };
  const { requests, seconds: durations } = httpMetrics();
  requests.inc(labels);
  if (seconds !== null) durations.observe(labels, seconds);
}

/** Brings them into the registry, so that the first scrape names them. */
export const defineHttpMetrics = () => void httpMetrics();
