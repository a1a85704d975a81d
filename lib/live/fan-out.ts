import { liveObserver } from './live-observer';
import { News, type NewsItem } from './news';
import type { Session } from './session';

/** After so many readers others get their turn: pages, pings, health. */
export const batchSize = 500;

export type FanOutOptions = {
  sessions: ReadonlySet<Session>;
  /** Epoch milliseconds. */
  now: () => number;
  /** Runs the rest once others had their turn. */
  later: (rest: () => void) => void;
};

/**
 * Brings every piece of news to every reader, in order, a batch at a time. Each reader's `position` says up to
 * where it was brought, so one who comes or goes meanwhile neither misses a piece nor gets one twice, and one who
 * has not had its turn yet when more news comes gets all at once, with the newest state.
 */
export class FanOut {
  private readonly news = new News();
  private running: Iterator<Session> | null = null;
  /** Up to where everyone has been brought when the running round is through. */
  private target = 0;
  private beganAt = 0;

  constructor(private readonly options: FanOutOptions) {}

  /** The first batch has it when this returns. */
  add(item: NewsItem): void {
    this.news.add(item);
    if (!this.running) {
      this.beganAt = performance.now();
      this.beginRound();
      this.runBatch();
    }
  }

  /** This reader has been given the newest state, which is after all news so far. */
  skip(session: Session): void {
    session.position = this.news.head;
  }

  /** Gives one reader what it is still owed, before its turn. */
  bring(session: Session): boolean {
    if (session.position === this.news.head) return false;
    const frame = this.news.since(session.position);
    this.skip(session);
    session.send(frame);
    return true;
  }

  private beginRound(): void {
    this.target = this.news.head;
    this.running = this.options.sessions.values();
  }

  private runBatch(): void {
    for (let told = 0; told < batchSize; ) {
      const next = this.running?.next();
      if (!next || next.done) {
        // News of the meantime: those at the front have had their turn before it came.
        if (this.target === this.news.head) {
          this.complete();
          return;
        }
        this.beginRound();
      } else if (this.bring(next.value)) told += 1;
    }
    this.options.later(() => this.runBatch());
  }

  private complete(): void {
    this.running = null;
    const observer = liveObserver();
    observer.fanOut((performance.now() - this.beganAt) / 1000, this.options.sessions.size);
    for (const { at } of this.news.clear()) {
      if (at !== null) observer.publishToWrite(Math.max(0, this.options.now() - at) / 1000);
    }
  }
}
