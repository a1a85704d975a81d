import type { Session } from './session';

/** Hearts beat at most this often, each time for as many readers as their share. */
const slotMs = 250;

/** Spreads the readers over the time between two heartbeats, so that never all of them beat at once. */
export class Heart {
  /** Milliseconds between two calls of `next`. */
  readonly everyMs: number;
  private readonly slots: Set<Session>[];
  private current = 0;

  /** `heartbeatMs`: time between two heartbeats of one reader. */
  constructor(heartbeatMs: number) {
    const count = Math.max(1, Math.floor(heartbeatMs / slotMs));
    this.everyMs = heartbeatMs / count;
    this.slots = Array.from({ length: count }, () => new Set<Session>());
  }

  /** A new reader goes where the fewest are, though they come all at once. */
  add(session: Session): void {
    this.slots.reduce((least, slot) => (slot.size < least.size ? slot : least)).add(session);
  }

  delete(session: Session): void {
    for (const slot of this.slots) if (slot.delete(session)) return;
  }

  /** Whose hearts beat now. */
  next(): ReadonlySet<Session> {
    this.current = (this.current + 1) % this.slots.length;
    return this.slots[this.current] as Set<Session>;
  }
}
