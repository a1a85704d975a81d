import type { Agent } from 'node:http';
import { type Arrival, type Exchange, emptyExchange, keptBytes, mostBytes, nowMs } from './exchange';

export type Asked = {
  method?: string;
  headers?: Record<string, string>;
  agent?: Agent;
  onArrival?: (arrival: Arrival) => void;
  /** Closes it. */
  signal?: AbortSignal;
};

export type Opened = {
  exchange: Exchange;
  /** Headers came, or never will. */
  answered: Promise<void>;
  ended: Promise<void>;
  close(): void;
};

const mostArrivals = 100_000;
/** The code of a failure that is ours: we left, because it would never end. */
export const floodCode = 'FLOOD';

/** Notes an exchange, whatever its protocol: who sends the request tells it what comes. */
export function beginExchange({ onArrival, signal }: Asked) {
  const exchange = emptyExchange();
  const answered = later();
  const ended = later();
  let isOurs = false;
  let bytesSoFar = 0;
  let destroy = () => {};

  const settle = () => {
    signal?.removeEventListener('abort', cutShort);
    answered.resolve();
    ended.resolve();
  };
  const close = () => {
    isOurs = true;
    destroy();
    settle();
  };
  const cutShort = () => {
    exchange.isCutShort = true;
    close();
  };
  /** The far side ended it, well or with an error. */
  const finish = (error?: NodeJS.ErrnoException) => {
    if (!isOurs) {
      if (error) exchange.failure ??= { code: error.code ?? 'unknown', message: error.message };
      exchange.closedAtMs ??= nowMs();
    }
    settle();
  };
  return {
    exchange,
    finish,
    connected() {
      exchange.isConnected = true;
    },
    headed(head: Pick<Exchange, 'status' | 'version' | 'headers'>) {
      Object.assign(exchange, head, { headersAtMs: nowMs(), isConnected: true });
      answered.resolve();
    },
    received(bytes: Buffer) {
      const arrival = { atMs: nowMs(), bytes };
      const { arrivals } = exchange;
      if (bytesSoFar < keptBytes && arrivals.length < mostArrivals) arrivals.push(arrival);
      bytesSoFar += bytes.length;
      if (bytesSoFar <= mostBytes) return onArrival?.(arrival);
      finish(Object.assign(new Error(`more than ${mostBytes / 1024 ** 2} MB came`), { code: floodCode }));
      close();
    },
    /** Hands it to whoever asked; `destroy` breaks the connection off. */
    opened(how: () => void): Opened {
      destroy = how;
      if (signal?.aborted) cutShort();
      else signal?.addEventListener('abort', cutShort);
      return { exchange, answered: answered.promise, ended: ended.promise, close };
    },
  };
}

/** Promise.withResolvers, which Node 20 does not have yet. */
export function later(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
