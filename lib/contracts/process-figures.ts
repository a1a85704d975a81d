import { z } from 'zod';

const count = z.number().int().min(-1);
const perMinute = count.min(0);

/** How one process stands at a moment. Durations are in milliseconds, times ISO 8601. */
export const processFigures = z.object({
  /** `hostname:pid`. */
  id: z.string().min(1).max(300),
  version: z.string().max(50),
  startedAt: z.iso.datetime(),
  at: z.iso.datetime(),
  open: count,
  /** In the last minute, as are the next three. */
  opened: perMinute,
  closed: perMinute,
  rejected: perMinute,
  /** Heartbeats left out. */
  events: perMinute,
  /** From a change's commit to its last reader here, of the latest changes; null before the first. */
  publishToWrite: z.object({ p50: z.number(), p99: z.number() }).nullable(),
  queuedBytes: z.number(),
  /** The worst of the last second. */
  lag: z.number(),
  redis: z.enum(['up', 'down', 'off']),
  pool: z.object({ total: count, idle: count, waiting: count }),
  /** -1 before anything is known. */
  revision: count,
});

export type ProcessFigures = z.infer<typeof processFigures>;

/** The figures that are drawn as a line, oldest first, two seconds apart. */
export type ProcessHistory = { open: number[]; events: number[]; publishToWrite: number[]; lag: number[] };

/** One process as the control room shows it. */
export type ProcessView = ProcessFigures & {
  history: ProcessHistory;
  /** Whether it is the process that answers. */
  isHere: boolean;
  /** Milliseconds since it was last heard of. */
  silentFor: number;
};
