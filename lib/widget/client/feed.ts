import { between, retryAfterMs } from '@/lib/live/client/backoff';
import { type Reading, readState } from './reading';
import { watchPage } from './watch-page';

const pollMs = [30_000, 60_000] as const;
const timeLimitMs = 10_000;
/** What the server has not confirmed for so long is called the last known. */
const staleMs = 90_000;
const firstFailureMs = 5_000;
const longestWaitMs = 300_000;
/** A stream that never said a word is refused here, or held back by a proxy: try it again much later. */
const streamRetryMs = [600_000, 900_000] as const;
const firstWordMs = 10_000;
/** Two and a half of the slowest heartbeats there are. */
const silenceMs = 75_000;
/** Longer than processes are behind one another: a lower revision after it means that the server began anew. */
const behindMs = 10_000;

/**
 * What a page knows of one server: by its stream where this page's origin may listen, else by asking now and then.
 * Works only while somebody listens and the page is looked at. All widgets of a page share one.
 */
export class Feed {
  reading: Reading | null = null;
  /** The server has not answered for too long, or ever. */
  isLost = false;
  readonly #listeners = new Set<() => void>();
  #unwatch = () => {};
  readonly #server: string;
  #isRunning = false;
  #source: EventSource | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort: AbortController | null = null;
  #failures = 0;
  #confirmedAt = 0;
  #takenAt = 0;
  #streamDueAt = 0;

  /** `server`: its origin. */
  constructor(server: string) {
    this.#server = server;
  }

  /** Calls `listener` on every change; returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) {
      this.#unwatch = watchPage({
        seen: () => this.#begin(),
        unseen: () => this.#end(),
        online: () => this.#failures > 0 && this.#later(between(0, 3_000, Math.random)),
      });
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#unwatch();
      this.#end();
    };
  }

  #begin(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#failures = 0;
    void this.#ask();
  }

  #end(): void {
    this.#isRunning = false;
    this.#close();
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#abort = null;
    this.#source?.close();
    this.#source = null;
  }

  #later(ms: number): void {
    this.#close();
    this.#timer = setTimeout(() => void this.#ask(), ms);
  }

  async #ask(): Promise<void> {
    this.#close();
    const abort = new AbortController();
    this.#abort = abort;
    this.#timer = setTimeout(() => abort.abort(), timeLimitMs);
    let wait = 0;
    let message: unknown = null;
    try {
      // The browser asks with the tag of what it has: named by us, it would take a preflight.
      const answer = await fetch(`${this.#server}/api/status`, {
        cache: 'no-cache',
        credentials: 'omit',
        signal: abort.signal,
      });
      wait = retryAfterMs(answer.headers.get('Retry-After'), Date.now()) ?? 0;
      if (answer.ok) message = await answer.json();
    } catch {
      // Not reached, late, or no JSON: there is no message.
    }
    if (this.#abort !== abort) return;
    if (!this.#take(message)) return this.#fail(wait);
    this.#failures = 0;
    if (Date.now() < this.#streamDueAt) this.#later(between(...pollMs, Math.random));
    else this.#listen();
  }

  #fail(atLeastMs: number): void {
    const longest = Math.min(firstFailureMs * 2 ** this.#failures++, longestWaitMs);
    if (Date.now() - this.#confirmedAt > staleMs) this.#tell(true);
    this.#later(Math.max(atLeastMs, between(longest / 2, longest, Math.random)));
  }

  #listen(): void {
    this.#close();
    let hasSpoken = false;
    const lost = (waitMs: number) => {
      if (source !== this.#source) return;
      if (!hasSpoken) this.#streamDueAt = Date.now() + between(...streamRetryMs, Math.random);
      this.#later(hasSpoken ? waitMs : between(...pollMs, Math.random));
    };
    const soon = () => between(500, 4_000, Math.random);
    const patience = (ms: number) => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => lost(0), ms);
    };
    const source = new EventSource(`${this.#server}/api/status/stream`);
    this.#source = source;
    patience(firstWordMs);
    const on = (name: string, hear: (message: unknown) => void) =>
      source.addEventListener(name, ({ data }: MessageEvent) => {
        if (source !== this.#source) return;
        hasSpoken = true;
        patience(silenceMs);
        hear(parsed(data));
      });
    on('message', (message) => this.#take(message));
    on('ping', () => this.#confirm());
    on('done', (message) => lost(retryOf(message) + soon()));
    source.onerror = () => lost(soon());
  }

  /** Takes a state, unless it is older than what is known; false when it is none. */
  #take(message: unknown): boolean {
    const { reading: before } = this;
    const reading = readState(message, before);
    if (!reading) return false;
    const isOlder = (reading.revision ?? Infinity) < (before?.revision ?? 0);
    if (!isOlder || reading.isReset || Date.now() - this.#takenAt > behindMs) {
      this.reading = { ...reading, revision: reading.revision ?? before?.revision ?? null };
      this.#takenAt = Date.now();
    }
    this.#confirm();
    return true;
  }

  #confirm(): void {
    this.#confirmedAt = Date.now();
    this.#tell(false);
  }

  #tell(isLost: boolean): void {
    this.isLost = isLost;
    for (const listener of this.#listeners) listener();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function retryOf(message: unknown): number {
  const asked = Number((message as { retryMs?: unknown } | null)?.retryMs);
  return asked > 0 ? Math.min(asked, longestWaitMs) : 0;
}
