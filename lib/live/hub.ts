import type { LiveEvent } from '@/lib/contracts/live-event';
import type { StatusState } from '@/lib/contracts/live-state';
import { resumeFrom } from '@/lib/domain/revision';
import { Audience } from './audience';
import { EventRing } from './event-ring';
import { changeText, heartbeatText, stateText } from './frames';
import { liveObserver } from './live-observer';
import { retryMs, type Session, type Sink } from './session';
import { helloText, toBytes } from './sse';

/** How many changes a returning reader may have missed and still be told each. */
export const keptEvents = 1_000;

type Current = { state: StatusState; text: string; bytes: Uint8Array };

/**
 * What this process shows: the state, the changes that led to it, and everyone who watches. It asks nobody
 * and waits for nothing, so whatever happens here happens at once for all, and no reader meets a gap.
 */
export class Hub {
  /** Up to where the other processes have been told, by this one or another. */
  sharedRevision = 0;
  private readonly audience: Audience;
  private readonly ring = new EventRing(keptEvents);
  private current: Current | null = null;
  /** When the state was last known to be what the database says, in epoch milliseconds. */
  private goodAt = 0;
  /** The revision at which a stale state was last shown: whoever saw it is not up to date with the revision alone. */
  private staleAtRevision = -1;

  constructor(
    private readonly now: () => number,
    private readonly onRevision: (revision: number) => void,
  ) {
    this.audience = new Audience(now);
  }

  /** What is shown, or null before anything is known. */
  get state(): StatusState | null {
    return this.current?.state ?? null;
  }

  /** The revision shown; -1 before anything is known. */
  get revision(): number {
    return this.current?.state.revision ?? -1;
  }

  get openSessions(): number {
    return this.audience.size;
  }

  get queuedBytes(): number {
    return this.audience.queuedBytes;
  }

  /** The changes after `revision` as far as they are kept, oldest first. */
  eventsAfter(revision: number): LiveEvent[] {
    return this.ring.after(revision).map(({ event }) => event);
  }

  /** Begins to show `state`, whatever was shown before; readers who are here forget what they had. */
  reset(state: StatusState, events: readonly LiveEvent[]): void {
    const isFirst = this.current === null;
    this.ring.clear();
    this.keep(events.filter((event) => event.revision <= state.revision));
    this.sharedRevision = state.revision;
    this.show(state);
    if (!isFirst) this.audience.send(toBytes(stateText(state, true)));
  }

  /** Shows a newer state: to everyone, in one chunk, the changes since in order and then the state. Older ones are ignored. */
  advance(state: StatusState, events: readonly LiveEvent[]): void {
    if (state.revision <= this.revision) return;
    const from = this.revision + 1;
    const missed = events.filter(({ revision }) => revision >= from && revision <= state.revision);
    const isWhole =
      missed.length === state.revision - this.revision &&
      missed.every((event, i) => event.revision === from + i);
    const texts = this.keep(missed);
    this.show(state);
    const text = isWhole ? texts.join('') + stateText(state) : stateText(state, true);
    this.audience.send(toBytes(text));
  }

  /** The database still says what is shown. Time may have changed the state, quietly; one that was stale is shown clean. */
  confirm(state?: StatusState): void {
    this.goodAt = this.now();
    if (!this.current || !state || state.revision !== this.revision) return;
    const wasStale = this.current.state.stale;
    this.show(state);
    if (wasStale) this.audience.send(this.current.bytes);
  }

  /** The database can't be asked: shows the last known state as such, once. */
  markStale(): void {
    if (!this.current || this.current.state.stale) return;
    this.show({ ...this.current.state, stale: true, staleSince: new Date(this.goodAt).toISOString() });
    this.audience.send(this.current.bytes);
  }

  /** Passes on what another program published, without touching what is kept. */
  relay(text: string): void {
    this.audience.send(toBytes(text));
  }

  heartbeat(everyMs: number): void {
    this.audience.finishOld(everyMs);
    if (this.audience.size > 0)
      this.audience.send(toBytes(heartbeatText(this.revision, new Date(this.now()))));
  }

  /** Opens a stream: what the reader missed, then the state. Null before anything is known. */
  open(sink: Sink, lastEventId: string | null): Session | null {
    const { current } = this;
    if (!current) return null;
    const session = this.audience.add(sink);
    session.send(toBytes(helloText(retryMs())));
    const bytes = this.catchUpBytes(current, lastEventId);
    if (bytes) session.send(bytes);
    return session;
  }

  closeAll(): void {
    this.audience.finishAll('shutdown');
  }

  private catchUpBytes({ state, text, bytes }: Current, lastEventId: string | null): Uint8Array | null {
    const { revision } = state;
    const resume = resumeFrom(lastEventId, { revision, completeAfter: this.ring.completeAfter(revision) });
    liveObserver().resumed(resume.kind);
    switch (resume.kind) {
      case 'new':
        return bytes;
      case 'current':
        return this.staleAtRevision === revision ? bytes : null;
      case 'replay': {
        const missed = this.ring.after(resume.after).map((kept) => kept.text);
        return toBytes(missed.join('') + text);
      }
      case 'reset':
        return toBytes(stateText(state, true));
    }
  }

  private keep(events: readonly LiveEvent[]): string[] {
    return events.map((event) => {
      const text = changeText(event);
      this.ring.append({ event, text });
      return text;
    });
  }

  private show(state: StatusState): void {
    const isNews = state.revision !== this.revision;
    const text = stateText(state);
    this.current = { state, text, bytes: toBytes(text) };
    if (state.stale) this.staleAtRevision = state.revision;
    else this.goodAt = this.now();
    if (isNews) this.onRevision(state.revision);
  }
}
