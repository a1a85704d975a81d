import { type DoneReason, doneText } from './frames';
import { toBytes } from './sse';

/** Where a session's bytes go; each transport brings its own. */
export type Sink = {
  write(bytes: Uint8Array): void;
  /** Bytes handed over that the reader has not taken yet. */
  queuedBytes(): number;
  close(): void;
};

/** A reader this far behind is cheaper to send away than to keep. */
const slowBytes = 256 * 1024;

/** Milliseconds after which a reader comes back: spread out, so that not all of them come at once. */
export function retryMs(): number {
  return 2000 + Math.floor(Math.random() * 2001);
}

/** One open stream. Knows nothing of its transport, and never throws at whoever sends. */
export class Session {
  private isOpen = true;

  /** `closesAt`: epoch milliseconds. `onClosed` is called once, whoever closed it. */
  constructor(
    private readonly sink: Sink,
    readonly closesAt: number,
    private readonly onClosed: (session: Session) => void,
  ) {}

  get queuedBytes(): number {
    return this.sink.queuedBytes();
  }

  /** Hands `bytes` to the reader, or parts with one that has stopped reading. */
  send(bytes: Uint8Array): void {
    if (!this.isOpen) return;
    if (this.sink.queuedBytes() > slowBytes) this.finish('slow');
    else this.write(bytes);
  }

  /** Says why and when to come back, and closes. */
  finish(reason: DoneReason): void {
    if (!this.isOpen) return;
    this.write(toBytes(doneText(reason, retryMs())));
    this.leave();
  }

  /** Closes without a word: the reader is gone. */
  leave(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.onClosed(this);
    try {
      this.sink.close();
    } catch {
      // The transport closed first.
    }
  }

  private write(bytes: Uint8Array): void {
    try {
      this.sink.write(bytes);
    } catch {
      this.leave();
    }
  }
}
