import type { DoneReason } from './frames';
import { Session, type Sink } from './session';

/** Proxies and clients forget; a stream that starts anew now and then finds its way to a new process, too. */
const longestMs = 30 * 60_000;

/** Everyone who has the stream open in this process. */
export class Audience {
  private readonly sessions = new Set<Session>();

  constructor(private readonly now: () => number) {}

  get size(): number {
    return this.sessions.size;
  }

  /** Bytes of all streams that their readers have not taken yet. */
  get queuedBytes(): number {
    let sum = 0;
    for (const session of this.sessions) sum += session.queuedBytes;
    return sum;
  }

  /** Registers a reader. From here on it misses nothing. */
  add(sink: Sink): Session {
    const closesAt = this.now() + longestMs * (0.8 + 0.2 * Math.random());
    const session = new Session(sink, closesAt, () => this.sessions.delete(session));
    this.sessions.add(session);
    return session;
  }

  /** Hands the same bytes to everyone. */
  send(bytes: Uint8Array): void {
    for (const session of this.sessions) session.send(bytes);
  }

  /** Sends away those whose time is up before `withinMs` from now. */
  finishOld(withinMs: number): void {
    const until = this.now() + withinMs;
    for (const session of this.sessions) if (session.closesAt <= until) session.finish('max-age');
  }

  finishAll(reason: DoneReason): void {
    for (const session of this.sessions) session.finish(reason);
  }
}
