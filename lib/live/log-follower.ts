import type { LiveEvent } from '@/lib/contracts/live-event';
import type { StatusSnapshot } from '@/lib/contracts/live-state';
import { type Hub, keptEvents } from './hub';
import { within } from './within';

/** Where the truth is read: the event log and the public view of the rows. Each rejects when Postgres can't be asked. */
export type LogSource = {
  currentRevision(): Promise<number>;
  eventsAfter(revision: number, limit: number): Promise<LiveEvent[]>;
  latestEvents(limit: number): Promise<LiveEvent[]>;
  getStatusSnapshot(wanted: { atLeast?: number }): Promise<StatusSnapshot>;
};

export type FollowerOptions = {
  hub: Hub;
  source: LogSource;
  now: () => number;
  warn: (what: object, message: string) => void;
  /** Tells the cache which revision holds. */
  onRevision: (revision: number) => void;
};

/** Time alone changes the state too: what was resolved a day ago leaves it. */
const renewAfterMs = 60_000;
/** Postgres answers within this or counts as out of reach. */
const askLimitMs = 3_000;

/** Keeps the hub true to the database, whatever was lost on the way: reads what it lacks from the log. */
export class LogFollower {
  private running: Promise<void> | null = null;
  private next: Promise<void> | null = null;
  private renewedAt = Number.NEGATIVE_INFINITY;
  private isInReach = true;

  constructor(private readonly options: FollowerOptions) {}

  /**
   * Brings the hub to a revision at least as new as the database's at the time of the call; never rejects.
   * One at a time: whoever asks while one runs shares the next, because the running one may have read already.
   */
  catchUp(): Promise<void> {
    if (!this.running) {
      this.running = this.follow().finally(() => {
        this.running = null;
      });
      return this.running;
    }
    this.next ??= this.running.then(() => {
      this.next = null;
      return this.catchUp();
    });
    return this.next;
  }

  private async follow(): Promise<void> {
    try {
      // Once more at once: after a restart of Postgres a pooled connection fails when it is first used.
      await this.read().catch(() => this.read());
      this.isInReach = true;
    } catch (error) {
      await this.goOnWithout(error);
    }
  }

  private async read(): Promise<void> {
    const { hub, source, now, onRevision } = this.options;
    const known = hub.revision;
    // The revision before the rows: a change in between is then read twice, never missed.
    const revision = await within(askLimitMs, source.currentRevision());
    const isDue = now() - this.renewedAt >= renewAfterMs;
    if (revision === known && !hub.state?.stale && !isDue) return hub.confirm();
    // A log that is shorter than what was shown is another one: a restored or emptied database.
    const isAnotherLog = revision < known;
    if (isAnotherLog) onRevision(revision);

    const { state } = await within(askLimitMs, source.getStatusSnapshot({ atLeast: revision }));
    if (state.stale) throw new Error('only a stale snapshot was to be had');
    this.renewedAt = now();
    if (known < 0 || isAnotherLog) {
      hub.reset(state, await within(askLimitMs, source.latestEvents(keptEvents)));
    } else if (state.revision > known) {
      hub.advance(state, await this.eventsSince(known, state.revision));
    }
    hub.confirm(state);
  }

  private eventsSince(known: number, revision: number): Promise<LiveEvent[]> {
    const { source } = this.options;
    const isFar = revision - known > keptEvents;
    return within(
      askLimitMs,
      isFar ? source.latestEvents(keptEvents) : source.eventsAfter(known, keptEvents),
    );
  }

  private async goOnWithout(error: unknown): Promise<void> {
    const { hub, source, warn } = this.options;
    if (this.isInReach)
      warn({ err: error }, 'the event log cannot be read; the last known state is shown as stale');
    this.isInReach = false;
    if (hub.state) return hub.markStale();
    try {
      // The cache may remember what another process saw.
      const { state } = await within(askLimitMs, source.getStatusSnapshot({}));
      hub.reset(state, []);
    } catch {
      // Nothing is known: streams are refused until something is.
    }
  }
}
