import { type Spread, spread } from '../percentiles';

export type Measure = {
  title: string;
  unit: string;
  better: 'lower' | 'higher' | 'neither';
};

/** Every figure of the bench, by the key that results carry. */
export const measures = {
  held: { title: 'Streams held', unit: 'streams', better: 'higher' },
  rate: { title: 'New streams', unit: 'per second', better: 'higher' },
  memory: { title: 'RSS added per stream', unit: 'KiB', better: 'lower' },
  p50: { title: 'Publish to client, p50', unit: 'ms', better: 'lower' },
  p90: { title: 'Publish to client, p90', unit: 'ms', better: 'lower' },
  p99: { title: 'Publish to client, p99', unit: 'ms', better: 'lower' },
  lost: { title: 'Messages that did not arrive', unit: 'messages', better: 'lower' },
  serverCpu: { title: "Server's CPU per message to all", unit: 'ms', better: 'lower' },
  clientCpu: { title: "Load client's CPU per message to all", unit: 'ms', better: 'neither' },
  clientBusy: { title: "Load client's event loop while messages come", unit: '% at work', better: 'neither' },
  connectBusy: { title: "Load client's event loop while connecting", unit: '% at work', better: 'neither' },
  bytes: { title: 'Bytes per published message', unit: 'bytes', better: 'lower' },
  updateBytes: { title: 'Bytes per incident update', unit: 'bytes', better: 'lower' },
  notBack: { title: 'Restart: readers not back', unit: 'readers', better: 'lower' },
  backAfterTerm: { title: 'Restart: last reader back after SIGTERM', unit: 's', better: 'lower' },
  backAfterReady: { title: 'Restart: last reader back after the new start', unit: 's', better: 'lower' },
  exitCode: { title: 'Restart: exit code', unit: '', better: 'neither' },
  exitSeconds: { title: 'Restart: process gone after SIGTERM', unit: 's', better: 'lower' },
  storm50: { title: 'Restart: reconnect, request to first byte, p50', unit: 'ms', better: 'lower' },
  storm99: { title: 'Restart: reconnect, request to first byte, p99', unit: 'ms', better: 'lower' },
  attempts: { title: 'Restart: attempts per reader', unit: 'attempts', better: 'lower' },
  published: { title: 'Restart: revisions published meanwhile', unit: 'revisions', better: 'neither' },
  missed: { title: 'Restart: revisions missed', unit: 'revisions', better: 'lower' },
  backwards: { title: 'Restart: revisions seen again or backwards', unit: 'revisions', better: 'lower' },
  resets: { title: 'Restart: told to start anew', unit: 'readers', better: 'lower' },
  pageRate: { title: '/', unit: 'per second', better: 'higher' },
  pageP99: { title: '/, p99', unit: 'ms', better: 'lower' },
  pageCpu: { title: "/, server's CPU per answer", unit: 'µs', better: 'lower' },
  pageHeldRate: { title: '/, 304', unit: 'per second', better: 'higher' },
  pageHeldCpu: { title: "/, 304, server's CPU per answer", unit: 'µs', better: 'lower' },
  statusRate: { title: '/api/status', unit: 'per second', better: 'higher' },
  statusP99: { title: '/api/status, p99', unit: 'ms', better: 'lower' },
  statusCpu: { title: "/api/status, server's CPU per answer", unit: 'µs', better: 'lower' },
  statusHeldRate: { title: '/api/status, 304', unit: 'per second', better: 'higher' },
  statusHeldCpu: { title: "/api/status, 304, server's CPU per answer", unit: 'µs', better: 'lower' },
  summaryRate: { title: '/api/v2/summary.json', unit: 'per second', better: 'higher' },
  summaryP99: { title: '/api/v2/summary.json, p99', unit: 'ms', better: 'lower' },
  summaryCpu: { title: "/api/v2/summary.json, server's CPU per answer", unit: 'µs', better: 'lower' },
  summaryHeldRate: { title: '/api/v2/summary.json, 304', unit: 'per second', better: 'higher' },
  summaryHeldCpu: {
    title: "/api/v2/summary.json, 304, server's CPU per answer",
    unit: 'µs',
    better: 'lower',
  },
} as const satisfies Record<string, Measure>;

export type MeasureKey = keyof typeof measures;

/** One figure of one contestant in one round. */
export type Figure = { measure: MeasureKey; contestant: string; round: number; value: number };

export type Row = Spread & {
  contestant: string;
  /** In the order of the rounds. */
  values: number[];
  /** The median over that of plain node:http; null where there is none, or nothing to divide by. */
  ratio: number | null;
};

export type Result = Measure & { measure: MeasureKey; rows: Row[] };

export const baseline = 'plain node:http';

/** Min, median and max of each figure per contestant, and the ratio of its median to the baseline's. */
export function summarise(figures: readonly Figure[]): Result[] {
  const keys = (Object.keys(measures) as MeasureKey[]).filter((key) =>
    figures.some(({ measure }) => measure === key),
  );
  return keys.map((measure) => {
    const own = figures.filter((figure) => figure.measure === measure);
    const names = [...new Set(own.map(({ contestant }) => contestant))];
    const valuesOf = (name: string) =>
      own.filter(({ contestant }) => contestant === name).map(({ value }) => value);
    const divisor = names.includes(baseline) ? spread(valuesOf(baseline)).median : 0;
    const rows = names.map((contestant) => {
      const values = valuesOf(contestant);
      const { min, median, max } = spread(values);
      return { contestant, values, min, median, max, ratio: divisor === 0 ? null : median / divisor };
    });
    return { measure, ...measures[measure], rows };
  });
}
