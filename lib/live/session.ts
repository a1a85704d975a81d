import { Frame } from './frame';
import { type DoneReason, doneText } from './frames';
import { type CloseReason, liveObserver } from './live-observer';
import type { StreamEncoder } from './stream-encoder';

/** Where a session's bytes go; each transport brings its own. */
export type Sink = {
  write(bytes: Uint8Array): void;
  /** Bytes handed over that the reader has not taken yet. */
  queuedBytes(): number;
  /** Ends once all that was written is out. */
  close(): void;
  /** Ends at once, whatever is still queued. `lastWords` are for transports that can't. */
  cut(lastWords: Uint8Array): void;
};

/** A reader with more than this queued is skipped until it has taken all, and then gets the newest state alone. */
export const behindBytes = 64 * 1024;
/** A reader this far behind is cheaper to cut off than to keep. */
export const slowBytes = 256 * 1024;
/** What a transport may queue besides: its headers, the length of each chunk. */
const framingBytes = 1024;
/** A reader that takes nothing for this long will not take more. */
export const stalledMs = 30_000;

export type SessionOptions = {
  sink: Sink;
  encoder: StreamEncoder;
  /** Epoch milliseconds. */
  closesAt: number;
  now: () => number;
  /** Bytes written, by encoding, for all sessions together. */
  meter: Record<StreamEncoder['encoding'], number>;
  /** The reader has taken all after it was skipped: it wants the newest state. */
  onDrained: (session: Session) => void;
  /** Called once, whoever closed it. */
  onClosed: (session: Session, reason: CloseReason) => void;
  /** Called once, when nothing of it is left. */
  onGone: (session: Session) => void;
};

/** Milliseconds after which a reader comes back: spread out, so that not all of them come at once. */
export function retryMs(): number {
  return 2000 + Math.floor(Math.random() * 2001);
}

/** One open stream. Knows nothing of its transport, and never throws at whoever sends. */
export class Session {
  /** The last piece of news this reader was brought; see FanOut. */
  position = 0;
  private isOpen = true;
  private isGone = false;
  private isBehind = false;
  private handed = 0;
  private lastBytes = 0;
  private taken = Number.NEGATIVE_INFINITY;
  private tookAt: number;

  constructor(private readonly options: SessionOptions) {
    this.tookAt = options.now();
  }

  get closesAt(): number {
    return this.options.closesAt;
  }

  get queuedBytes(): number {
    return this.options.sink.queuedBytes();
  }

  /** Hands the frame to the reader, or leaves it out for one that is behind. */
  send(frame: Frame): void {
    if (!this.isOpen) return;
    const queued = this.queuedBytes;
    // One long frame that is just on its way is no sign of a slow reader.
    if (queued > slowBytes && queued > this.lastBytes + framingBytes) this.cut('slow');
    else if (queued > behindBytes && !this.isBehind) {
      this.isBehind = true;
      liveObserver().skippedAhead();
    } else if (!this.isBehind) this.write(this.options.encoder.encode(frame));
  }

  /** The transport has nothing queued any more. */
  drained(): void {
    if (!this.isOpen || !this.isBehind || this.queuedBytes > 0) return;
    this.isBehind = false;
    this.options.onDrained(this);
  }

  /** Cuts a reader off that has stopped reading, and else sends the frame. */
  beat(frame: Frame): void {
    if (this.isStuck()) this.cut('stuck');
    this.drained();
    this.send(frame);
  }

  /** Says why and when to come back, which is never before `notBeforeMs` from now, and closes. */
  finish(reason: DoneReason, notBeforeMs = 0): void {
    if (!this.isOpen) return;
    const { encoder, sink } = this.options;
    this.write(encoder.finish(new Frame(doneText(reason, Math.round(notBeforeMs) + retryMs()))));
    this.end(reason, () => sink.close());
  }

  /** Closes without a word, and at once. */
  cut(reason: 'slow' | 'stuck'): void {
    const { encoder, sink } = this.options;
    const lastWords = new Frame(doneText('slow', retryMs()));
    if (this.isOpen) this.end(reason, () => sink.cut(encoder.finish(lastWords)));
    else this.attempt(() => sink.cut(new Uint8Array()));
    this.leave();
  }

  /** The reader is gone. */
  leave(): void {
    const { onGone, sink } = this.options;
    if (this.isOpen) this.end('left', () => sink.close());
    if (this.isGone) return;
    this.isGone = true;
    onGone(this);
  }

  private end(reason: CloseReason, act: () => void): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.options.onClosed(this, reason);
    this.attempt(act);
  }

  private isStuck(): boolean {
    const { now } = this.options;
    const queued = this.queuedBytes;
    const taken = this.handed - queued;
    if (queued > 0 && taken <= this.taken) return now() - this.tookAt >= stalledMs;
    this.taken = taken;
    this.tookAt = now();
    return false;
  }

  private write(bytes: Uint8Array): void {
    const { sink, encoder, meter } = this.options;
    this.handed += bytes.length;
    this.lastBytes = bytes.length;
    meter[encoder.encoding] += bytes.length;
    try {
      sink.write(bytes);
    } catch {
      this.leave();
    }
  }

  private attempt(act: () => void): void {
    try {
      act();
    } catch {
      // The transport closed first.
    }
  }
}
