import type { LiveEvent } from '@/lib/contracts/live-event';
import type { StatusState } from '@/lib/contracts/live-state';
import { resumeFrom } from '@/lib/domain/revision';
import { Audience } from './audience';
import { EventRing } from './event-ring';
import { Frame } from './frame';
import { changeText, heartbeatText } from './frames';
import { helloFrame } from './hello';
import { liveObserver, type StreamEncoding } from './live-observer';
import type { NewsItem } from './news';
import type { Session, Sink } from './session';
import { ShownState } from './shown-state';

/** How many changes a returning reader may have missed and still be told each. */
export const keptEvents = 1_000;

export type HubOptions = {
  now: () => number;
  /** Time between two heartbeats of one reader. */
  heartbeatMs: number;
  /** Told of each revision that is shown. */
  onRevision: (revision: number) => void;
  /** Runs the rest of a fan-out once others had their turn; `setImmediate` if not given. */
  later?: (rest: () => void) => void;
};

/** How a reader comes: null where it brings no id. */
export type Arrival = { lastEventId: string | null; encoding: StreamEncoding; onClosed?: () => void };

/**
 * What this process shows: the state, the changes that led to it, and everyone who watches. It asks nobody
 * and waits for nothing, so whatever happens here happens at once for all, and no reader meets a gap.
 */
export class Hub {
  /** Up to where the other processes have been told, by this one or another. */
  sharedRevision = 0;
  private readonly audience: Audience;
  private readonly ring = new EventRing(keptEvents);
  private current: ShownState | null = null;
  /** When the state was last known to be what the database says, in epoch milliseconds. */
  private goodAt = 0;
  /** The revision at which a stale state was last shown: whoever saw it is not up to date with the revision alone. */
  private staleAtRevision = -1;

  constructor(private readonly options: HubOptions) {
    const { now, heartbeatMs, later = setImmediate } = options;
    const newest = () => this.current?.resetFrame ?? null;
    this.audience = new Audience({ now, heartbeatMs, later: (rest) => void later(rest), newest });
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

  /** Milliseconds between two calls of `beat`. */
  get beatsEveryMs(): number {
    return this.audience.heart.everyMs;
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
    const shown = this.show(state);
    if (!isFirst) this.tell('state', { shown, isReset: true });
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
    const shown = this.show(state);
    const last = missed.at(-1);
    const at = last ? Date.parse(last.at) : null;
    this.tell('change', { shown, lead: isWhole ? texts.join('') : '', isReset: !isWhole, at });
  }

  /** The database still says what is shown. Time may have changed the state, quietly; one that was stale is shown clean. */
  confirm(state?: StatusState): void {
    this.goodAt = this.options.now();
    if (!this.current || !state || state.revision !== this.revision) return;
    const wasStale = this.current.state.stale;
    const shown = this.show(state);
    if (wasStale) this.tell('state', { shown });
  }

  /** The database can't be asked: shows the last known state as such, once. */
  markStale(): void {
    if (!this.current || this.current.state.stale) return;
    const staleSince = new Date(this.goodAt).toISOString();
    this.tell('state', { shown: this.show({ ...this.current.state, stale: true, staleSince }) });
  }

  /** Passes on what another program published, without touching what is kept. */
  relay(text: string): void {
    this.tell('outside', { lead: text });
  }

  /** A heartbeat for the readers whose turn it is. */
  beat(): void {
    this.audience.beat(new Frame(heartbeatText(this.revision, new Date(this.options.now()))));
    if (this.audience.size > 0) liveObserver().eventSent('heartbeat');
  }

  /** Opens a stream: what the reader missed, then the state. Null before anything is known. */
  open(sink: Sink, { lastEventId, encoding, onClosed = () => {} }: Arrival): Session | null {
    const { current } = this;
    if (!current) return null;
    const session = this.audience.add(sink, encoding, onClosed);
    session.send(helloFrame());
    const frame = this.catchUpFrame(current, lastEventId);
    if (frame) session.send(frame);
    return session;
  }

  /** Says goodbye to everyone, spread over `overMs`. Settles when all have gone or were cut off. */
  closeAll(overMs: number, isAlone: boolean): Promise<void> {
    return this.audience.finishAll('shutdown', overMs, isAlone);
  }

  private catchUpFrame(current: ShownState, lastEventId: string | null): Frame | null {
    const { revision } = current.state;
    const resume = resumeFrom(lastEventId, { revision, completeAfter: this.ring.completeAfter(revision) });
    liveObserver().resumed(resume.kind);
    switch (resume.kind) {
      case 'new':
        return current.frame;
      case 'current':
        return this.staleAtRevision === revision ? current.frame : null;
      case 'replay': {
        const missed = () => this.ring.after(resume.after).map((kept) => kept.text);
        return current.replay(resume.after, () => missed().join(''));
      }
      case 'reset':
        return current.resetFrame;
    }
  }

  private keep(events: readonly LiveEvent[]): string[] {
    return events.map((event) => {
      const text = changeText(event);
      this.ring.append({ event, text });
      return text;
    });
  }

  private show(state: StatusState): ShownState {
    const isNews = state.revision !== this.revision;
    const shown = new ShownState(state);
    this.current = shown;
    if (state.stale) this.staleAtRevision = state.revision;
    else this.goodAt = this.options.now();
    if (isNews) this.options.onRevision(state.revision);
    return shown;
  }

  private tell(kind: 'change' | 'state' | 'outside', item: Partial<NewsItem>): void {
    liveObserver().eventSent(kind);
    this.audience.tell({ lead: '', shown: null, isReset: false, at: null, ...item });
  }
}
