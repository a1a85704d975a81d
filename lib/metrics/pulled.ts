import { Gauge } from 'prom-client';
import { singleton } from '@/lib/singleton';
import { registers } from './registry';

/** How the live room stands. `redis` is `off` where none is set; `revision` is -1 before anything is known. */
type RoomFigures = {
  open: number;
  revision: number;
  redis: 'up' | 'down' | 'off';
};

/** Connections to Postgres: all, those nobody uses, and how many requests wait for one. */
type PoolFigures = { total: number; idle: number; waiting: number };

type Sources = {
  room: () => RoomFigures;
  /** Bytes that readers have not taken yet. Apart from the others, because it asks every open stream. */
  queuedBytes: () => number;
  pool: () => PoolFigures;
  publishQueue: () => number;
};

/** Asked at each scrape, so that nothing has to be kept up to date in between. */
export const pulled = singleton(
  'metrics-sources',
  (): Sources => ({
    room: () => ({ open: 0, revision: -1, redis: 'off' }),
    queuedBytes: () => 0,
    pool: () => ({ total: 0, idle: 0, waiting: 0 }),
    publishQueue: () => 0,
  }),
);

/** Offers to be asked from now on. */
export function pullFrom(sources: Partial<Sources>): void {
  Object.assign(pulled, sources);
}

function gauge(name: string, help: string, read: () => number | null): Gauge {
  return new Gauge({
    name: `signalbox_${name}`,
    help,
    registers: registers(),
    collect() {
      const value = read();
      // Without a value there is no line: 0 would say that it is down.
      if (value === null) this.remove();
      else this.set(value);
    },
  });
}

/** Brings the gauges into the registry. */
export function definePulledGauges(): void {
  const room = () => pulled.room();
  singleton('pulled-gauges', () => [
    gauge('stream_open', 'Streams open in this process now.', () => room().open),
    gauge('stream_queued_bytes', 'Bytes handed over to streams that their readers have not taken yet.', () =>
      pulled.queuedBytes(),
    ),
    gauge(
      'revision',
      'The revision of the page that this process shows; -1 before anything is known.',
      () => {
        return room().revision;
      },
    ),
    gauge(
      'redis_up',
      'Whether messages from other processes arrive over Redis (1) or not (0). Absent without REDIS_URL.',
      () => ({ up: 1, down: 0, off: null })[room().redis],
    ),
    gauge('publish_queue', 'Changes that wait in this process for their turn.', () => pulled.publishQueue()),
    gauge('postgres_pool_connections', 'Connections to Postgres, used or not.', () => pulled.pool().total),
    gauge('postgres_pool_idle_connections', 'Connections to Postgres that nobody uses now.', () => {
      return pulled.pool().idle;
    }),
    gauge('postgres_pool_waiting', 'Requests that wait for a connection to Postgres.', () => {
      return pulled.pool().waiting;
    }),
  ]);
}
