import { type Agent, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { performance } from 'node:perf_hooks';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { serverName, type Target } from './target';

export type Arrival = { atMs: number; bytes: Buffer };

/** What one request brought, as it was on the wire. Times are milliseconds of one steady clock. */
export type Exchange = {
  askedAtMs: number;
  /** Null when no answer came. */
  status: number | null;
  version: string | null;
  /** In order, doubled ones twice. */
  headers: [name: string, value: string][];
  headersAtMs: number | null;
  arrivals: Arrival[];
  /** When the far side ended it; null when it was still open as we left. */
  closedAtMs: number | null;
  /** Node's code and words when the connection failed. */
  failure: { code: string; message: string } | null;
};

export type Asked = {
  method?: string;
  headers?: Record<string, string>;
  agent?: Agent;
  onArrival?: (arrival: Arrival) => void;
};

export type Opened = {
  exchange: Exchange;
  /** Headers came, or never will. */
  answered: Promise<void>;
  ended: Promise<void>;
  close(): void;
};

/** A stream's state may be large, and a broken hop may send for ever. */
const keptBytes = 4 * 1024 * 1024;

/** Milliseconds of a clock that nobody sets. */
export function nowMs(): number {
  return performance.timeOrigin + performance.now();
}

export function emptyExchange(): Exchange {
  return {
    askedAtMs: nowMs(),
    status: null,
    version: null,
    headers: [],
    headersAtMs: null,
    arrivals: [],
    closedAtMs: null,
    failure: null,
  };
}

/** Sends one request over HTTP/1.1 and notes all that comes. Never throws: a failure is part of the exchange. */
export function open(target: Target, path: string, asked: Asked = {}): Opened {
  const exchange = emptyExchange();
  const answered = later();
  const ended = later();
  let isOurs = false;
  const finish = (error?: NodeJS.ErrnoException) => {
    if (error && !isOurs) exchange.failure ??= { code: error.code ?? 'unknown', message: error.message };
    if (!isOurs) exchange.closedAtMs ??= nowMs();
    answered.resolve();
    ended.resolve();
  };
  const isTls = target.base.protocol === 'https:';
  const request = (isTls ? tlsRequest : plainRequest)(new URL(path, target.base), {
    method: asked.method ?? 'GET',
    setHost: false,
    headers: { Host: target.host, ...asked.headers },
    agent: asked.agent ?? false,
    // The certificate is judged on its own; what lies behind a bad one is examined all the same.
    ...(isTls && { rejectUnauthorized: false, servername: serverName(target) ?? '' }),
  });
  request.on('error', finish);
  request.on('response', (response: IncomingMessage) => {
    noteHead(exchange, response);
    answered.resolve();
    response.on('data', (bytes: Buffer) => note(exchange, bytes, asked.onArrival));
    response.on('error', finish);
    response.on('close', () => finish());
  });
  request.end();
  const close = () => {
    isOurs = true;
    request.destroy();
    finish();
  };
  return { exchange, answered: answered.promise, ended: ended.promise, close };
}

/** Notes bytes that arrived just now. */
export function note(exchange: Exchange, bytes: Buffer, onArrival?: (arrival: Arrival) => void): void {
  const arrival = { atMs: nowMs(), bytes };
  const kept = exchange.arrivals.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (kept < keptBytes) exchange.arrivals.push(arrival);
  onArrival?.(arrival);
}

function noteHead(exchange: Exchange, response: IncomingMessage): void {
  const raw = response.rawHeaders;
  exchange.headersAtMs = nowMs();
  exchange.status = response.statusCode ?? null;
  exchange.version = response.httpVersion;
  for (let at = 0; at < raw.length; at += 2) exchange.headers.push([raw[at] ?? '', raw[at + 1] ?? '']);
}

/** Sends one request and waits for its `end`, or only its headers, no longer than `limitMs`. */
export async function ask(
  target: Target,
  path: string,
  asked: Asked & { limitMs: number; until?: 'headers' | 'end' },
): Promise<Exchange> {
  const opened = open(target, path, asked);
  const limit = setTimeout(opened.close, asked.limitMs);
  await (asked.until === 'headers' ? opened.answered : opened.ended);
  clearTimeout(limit);
  opened.close();
  return opened.exchange;
}

/** Every value of one header, in order. */
export function valuesOf({ headers }: Pick<Exchange, 'headers'>, name: string): string[] {
  return headers.filter(([given]) => given.toLowerCase() === name).map(([, value]) => value);
}

/** One header as fetch would show it: several values joined; null without any. */
export function headerOf(exchange: Pick<Exchange, 'headers'>, name: string): string | null {
  const values = valuesOf(exchange, name);
  return values.length > 0 ? values.join(', ') : null;
}

/** The whole body as text, unpacked; empty where it cannot be. */
export function bodyOf(exchange: Exchange): string {
  const bytes = Buffer.concat(exchange.arrivals.map(({ bytes }) => bytes));
  try {
    switch (headerOf(exchange, 'content-encoding')) {
      case 'gzip':
        return gunzipSync(bytes).toString('utf8');
      case 'br':
        return brotliDecompressSync(bytes).toString('utf8');
      default:
        return bytes.toString('utf8');
    }
  } catch {
    return '';
  }
}

/** Promise.withResolvers, which Node 20 does not have yet. */
export function later(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
