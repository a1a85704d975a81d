import { within } from '@/lib/live/within';
import type { PreparedAnswer } from './prepared-answer';
import { RecentStore } from './recent-store';

export type PageCacheOptions = {
  /** Renders the page of a key. Null where the answer is not one for everybody. */
  render: (key: string) => Promise<PreparedAnswer | null>;
  /** What pages are made from: a page of another version is out of date. */
  version: () => string;
  now: () => number;
  warn: (what: object, message: string) => void;
  limits?: { entries: number; bytes: number };
};

type Entry = {
  page: PreparedAnswer;
  bytes: number;
  version: string;
  renderedAt: number;
  askedAt: number;
  /** After a failure the page is good until then, rather than have everybody wait for the next one. */
  restUntil: number;
};
type Running = {
  version: string;
  page: Promise<PreparedAnswer | null>;
  next?: Promise<PreparedAnswer | null>;
};

/** Time alone changes a page too. As old as the snapshot gets (lib/cache/snapshot-cache.ts). */
const freshMs = 60_000;
/** This much longer the old page is served once more while the next one is made. */
const graceMs = 60_000;
/** Whoever asks for a page that is out of date waits this long for the next one, and is then given the old one. */
const patienceMs = 1_000;
const restMs = 5_000;
const defaultLimits = { entries: 1_000, bytes: 64 * 1024 * 1024 };

/**
 * The public pages as they are sent, each rendered once per version however many ask. A page of an older version is
 * shown only where the new one fails, or takes long.
 */
export class PageCache {
  private readonly store: RecentStore<Entry>;
  private readonly running = new Map<string, Running>();

  constructor(private readonly options: PageCacheOptions) {
    this.store = new RecentStore(options.limits ?? defaultLimits);
  }

  /** The page of `key` if there is one that needs no wait. */
  held(key: string): PreparedAnswer | null {
    const entry = this.store.get(key);
    if (!entry) return null;
    const now = this.options.now();
    entry.askedAt = now;
    if (now < entry.restUntil) return entry.page;
    const age = now - entry.renderedAt;
    if (entry.version !== this.options.version() || age >= freshMs + graceMs) return null;
    if (age >= freshMs) void this.renew(key).catch(() => {});
    return entry.page;
  }

  /** The page of `key`, rendered if need be. Null where it is not one for everybody; rejects where there is none. */
  async page(key: string): Promise<PreparedAnswer | null> {
    const held = this.held(key);
    if (held) return held;
    const old = this.store.get(key)?.page;
    const renewed = this.renew(key);
    return old ? within(patienceMs, renewed).catch(() => old) : renewed;
  }

  /** Renders anew, one after another, what was asked for within the last minute and is out of date. Never rejects. */
  async refresh(): Promise<void> {
    const { now, version } = this.options;
    const isWanted = (entry: Entry) => now() - entry.askedAt < freshMs && entry.version !== version();
    for (const key of this.store.keysWhere(isWanted)) await this.renew(key).catch(() => {});
  }

  /**
   * One at a time for each key: whoever asks while one runs shares it, or the next where the version has changed
   * meanwhile, because the running one may have read already.
   */
  private renew(key: string): Promise<PreparedAnswer | null> {
    const running = this.running.get(key);
    if (!running) return this.begin(key);
    if (running.version === this.options.version()) return running.page;
    const again = () => this.renew(key);
    running.next ??= running.page.then(again, again);
    return running.next;
  }

  private begin(key: string): Promise<PreparedAnswer | null> {
    const version = this.options.version();
    const page = this.render(key, version).finally(() => this.running.delete(key));
    this.running.set(key, { version, page });
    return page;
  }

  private async render(key: string, version: string): Promise<PreparedAnswer | null> {
    const old = this.store.get(key);
    try {
      const page = await this.options.render(key);
      if (old && page && page.status >= 500) throw new Error(`the page answered ${page.status}`);
      this.keep(key, version, page);
      return page;
    } catch (error) {
      this.options.warn({ err: error, key }, 'a page could not be rendered');
      if (old) old.restUntil = this.options.now() + restMs;
      throw error;
    }
  }

  private keep(key: string, version: string, page: PreparedAnswer | null): void {
    const askedAt = this.store.get(key)?.askedAt;
    this.store.delete(key);
    if (page?.status !== 200) return;
    const renderedAt = this.options.now();
    const bytes = page.size;
    this.store.set(key, { page, bytes, version, renderedAt, askedAt: askedAt ?? renderedAt, restUntil: 0 });
  }
}
