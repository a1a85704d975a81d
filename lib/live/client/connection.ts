import type { PublicIncident, StatusState } from '@/lib/contracts/live-state';

/**
 * How the page hears of changes: `live` by an open stream, `polling` by asking now and then,
 * `connecting` for the first time, `reconnecting` after a break, `offline` while the browser has no network.
 */
export type Connection = (typeof connections)[number];

export const connections = ['connecting', 'live', 'reconnecting', 'polling', 'offline'] as const;

/** What the page shows of the stream; a new object on every change. Times are milliseconds since 1970. */
export type StreamView = {
  status: StatusState | null;
  /** True only while an open stream delivers. */
  isConnected: boolean;
  connection: Connection;
  /** When the server last confirmed what is shown; null before the first word from it. */
  lastEventAt: number | null;
  /** When the next attempt starts, while waiting for one. */
  retryAt: number | null;
  /** What was heard since the page was rendered of incidents that ended: the incident, or null once removed. */
  settled: ReadonlyMap<string, PublicIncident | null>;
};
