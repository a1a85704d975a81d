import { retryAfterMs } from './backoff';
import type { StreamPorts } from './ports';

const timeLimitMs = 10_000;

export type FetchOutcome =
  | { kind: 'state'; message: unknown }
  | { kind: 'unchanged' }
  | { kind: 'forbidden' }
  | { kind: 'failed'; retryAfterMs: number | null };

/** Asks `GET /api/status` for the state, one question at a time, and remembers the ETag between them. */
export class StatusFetch {
  private etag: string | null = null;
  private asking: Promise<FetchOutcome> | null = null;
  private abort: AbortController | null = null;

  constructor(private readonly ports: StreamPorts) {}

  ask(): Promise<FetchOutcome> {
    if (this.asking) return this.asking;
    const asking = this.send().finally(() => {
      if (this.asking === asking) this.asking = null;
    });
    this.asking = asking;
    return asking;
  }

  cancel(): void {
    this.abort?.abort();
    this.asking = null;
  }

  private async send(): Promise<FetchOutcome> {
    const abort = new AbortController();
    this.abort = abort;
    const limit = this.ports.setTimeout(() => abort.abort(), timeLimitMs);
    try {
      const response = await this.ports.fetch('/api/status', {
        signal: abort.signal,
        cache: 'no-store',
        headers: { Accept: 'application/json', ...(this.etag ? { 'If-None-Match': this.etag } : {}) },
      });
      if (response.status === 304) return { kind: 'unchanged' };
      if (response.status === 403) return { kind: 'forbidden' };
      if (!response.ok) {
        return {
          kind: 'failed',
          retryAfterMs: retryAfterMs(response.headers.get('Retry-After'), this.ports.now()),
        };
      }
      const message: unknown = await response.json();
      this.etag = response.headers.get('ETag');
      return { kind: 'state', message };
    } catch {
      return { kind: 'failed', retryAfterMs: null };
    } finally {
      this.ports.clearTimeout(limit);
    }
  }
}
