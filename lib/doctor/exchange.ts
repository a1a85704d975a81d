import { performance } from 'node:perf_hooks';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export type Arrival = { atMs: number; bytes: Buffer };

/** What one request brought, as it was on the wire. Times are milliseconds of one steady clock. */
export type Exchange = {
  askedAtMs: number;
  /** Whether the far side took the connection. */
  isConnected: boolean;
  /** Null when no answer came. */
  status: number | null;
  version: string | null;
  /** In order, doubled ones twice. */
  headers: [name: string, value: string][];
  headersAtMs: number | null;
  /** The first `keptBytes` of the body. */
  arrivals: Arrival[];
  /** When the far side ended it; null when it was still open as we left. */
  closedAtMs: number | null;
  /** Whether the deadline closed it, and what it lacks tells nothing. */
  isCutShort: boolean;
  /** Node's code and words when the connection failed. */
  failure: { code: string; message: string } | null;
};

/** A state may be large, and a broken hop may send for ever. */
export const keptBytes = 4 * 1024 * 1024;
/** More than any status page says while we listen, packed or unpacked. */
export const mostBytes = 32 * 1024 * 1024;

/** Milliseconds of a clock that nobody sets. */
export function nowMs(): number {
  return performance.timeOrigin + performance.now();
}

export function emptyExchange(): Exchange {
  return {
    askedAtMs: nowMs(),
    isConnected: false,
    status: null,
    version: null,
    headers: [],
    headersAtMs: null,
    arrivals: [],
    closedAtMs: null,
    isCutShort: false,
    failure: null,
  };
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

/** The body that was kept, as text, unpacked; empty where it cannot be. */
export function bodyOf(exchange: Exchange): string {
  const bytes = Buffer.concat(exchange.arrivals.map(({ bytes }) => bytes));
  const limit = { maxOutputLength: mostBytes };
  try {
    switch (headerOf(exchange, 'content-encoding')) {
      case 'gzip':
        return gunzipSync(bytes, limit).toString('utf8');
      case 'br':
        return brotliDecompressSync(bytes, limit).toString('utf8');
      default:
        return bytes.toString('utf8');
    }
  } catch {
    return '';
  }
}
