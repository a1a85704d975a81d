import { setTimeout as sleep } from 'node:timers/promises';
import { FanOut } from './fan-out';
import type { Frame } from './frame';
import type { DoneReason } from './frames';
import { Heart } from './heart';
import { liveObserver, type StreamEncoding } from './live-observer';
import type { NewsItem } from './news';
import { Session, type Sink } from './session';
import { newEncoder } from './stream-encoder';

/** Proxies and clients forget; a stream that starts anew now and then finds its way to a new process, too. */
const longestMs = 30 * 60_000;
/** A reader who was told goodbye takes its last bytes within this, or is cut off. */
const goodbyeMs = 5_000;

export type AudienceOptions = {
  now: () => number;
  heartbeatMs: number;
  /** Runs the rest of a fan-out once others had their turn. */
  later: (rest: () => void) => void;
  /** The newest state, for a reader who was skipped. */
  newest: () => Frame | null;
};

/** Everyone who has the stream open in this process. */
export class Audience {
  readonly heart: Heart;
  private readonly sessions = new Set<Session>();
  /** Those who were told goodbye and are still there, with the time at which they are cut off. */
  private readonly leaving = new Map<Session, number>();
  private readonly fanOut: FanOut;
  private readonly meter: Record<StreamEncoding, number> = { identity: 0, gzip: 0 };

  constructor(private readonly options: AudienceOptions) {
    const { now, later, heartbeatMs } = options;
    this.heart = new Heart(heartbeatMs);
    this.fanOut = new FanOut({ sessions: this.sessions, now, later });
  }

  get size(): number {
    return this.sessions.size;
  }

  /** Bytes of all streams that their readers have not taken yet. */
  get queuedBytes(): number {
    let sum = 0;
    for (const session of this.sessions) sum += session.queuedBytes;
    return sum;
  }

  /** Registers a reader, who is about to be given the state as it is now. From here on it misses nothing. */
  add(sink: Sink, encoding: StreamEncoding, onClosed: () => void): Session {
    const { now } = this.options;
    const session = new Session({
      sink,
      encoder: newEncoder(encoding),
      closesAt: now() + longestMs * (0.8 + 0.2 * Math.random()),
      now,
      meter: this.meter,
      onDrained: this.refresh,
      onClosed: (_, reason) => {
        this.sessions.delete(session);
        this.heart.delete(session);
        this.leaving.set(session, now() + goodbyeMs);
        liveObserver().closed(reason);
        onClosed();
      },
      onGone: this.forget,
    });
    this.fanOut.skip(session);
    this.sessions.add(session);
    this.heart.add(session);
    liveObserver().opened();
    return session;
  }

  /** Brings a piece of news to everyone. */
  tell(item: NewsItem): void {
    this.fanOut.add(item);
  }

  /** A heartbeat for those whose turn it is; sends away those whose time is up before their next. */
  beat(frame: Frame): void {
    const { now, heartbeatMs } = this.options;
    const at = now();
    for (const session of this.heart.next()) {
      // Before the ping, which names the revision: a reader must not think that it lacks it.
      this.fanOut.bring(session);
      if (session.closesAt <= at + heartbeatMs) session.finish('max-age');
      else session.beat(frame);
    }
    for (const [session, cutAt] of this.leaving) if (cutAt <= at) session.cut('stuck');
    this.report();
  }

  /**
   * Says goodbye to everyone, in random order and spread over `overMs`; those who don't take it are cut off. Where
   * nobody else serves them, the first are told to come after the last has gone: before, the door is still closed.
   */
  async finishAll(reason: DoneReason, overMs: number, isAlone: boolean): Promise<void> {
    const { now } = this.options;
    const stepMs = 50;
    const emptyAt = now() + overMs;
    const everyone = shuffled([...this.sessions]);
    const atOnce = Math.ceil(everyone.length / Math.max(1, overMs / stepMs));
    while (everyone.length > 0) {
      const notBeforeMs = isAlone ? Math.max(0, emptyAt - now()) : 0;
      for (const session of everyone.splice(0, atOnce)) session.finish(reason, notBeforeMs);
      await sleep(stepMs);
    }
    for (let waited = 0; this.leaving.size > 0 && waited < 2_000; waited += stepMs) await sleep(stepMs);
    for (const session of [...this.leaving.keys()]) session.cut('stuck');
    this.report();
  }

  private readonly refresh = (session: Session): void => {
    this.fanOut.skip(session);
    const frame = this.options.newest();
    if (frame) session.send(frame);
  };

  private readonly forget = (session: Session): void => void this.leaving.delete(session);

  private report(): void {
    for (const encoding of ['identity', 'gzip'] as const) {
      if (this.meter[encoding] > 0) liveObserver().written(this.meter[encoding], encoding);
      this.meter[encoding] = 0;
    }
  }
}

function shuffled<T>(items: T[]): T[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [items[last], items[other]] = [items[other] as T, items[last] as T];
  }
  return items;
}
