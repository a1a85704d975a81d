import type { LiveEvent } from '@/lib/contracts/live-event';

/** An event of the log and its bytes on the stream. */
export type KeptEvent = { event: LiveEvent; text: string };

/** The latest changes without a gap, oldest first, so that a reader's resume never asks the database. */
export class EventRing {
  private kept: KeptEvent[] = [];

  constructor(private readonly limit: number) {}

  /** Adds the next event. One that does not follow the last makes the ring begin anew with it. */
  append(next: KeptEvent): void {
    const last = this.kept.at(-1);
    if (last && last.event.revision + 1 !== next.event.revision) this.kept = [];
    this.kept.push(next);
    // Trimmed a tenth at a time: shifting a thousand entries for every event is work for nothing.
    if (this.kept.length > this.limit * 1.1) this.kept = this.kept.slice(-this.limit);
  }

  clear(): void {
    this.kept = [];
  }

  /** The revision after which every event up to `revision` is here; `revision` itself when none is. */
  completeAfter(revision: number): number {
    const first = this.kept[0];
    return first && this.kept.at(-1)?.event.revision === revision ? first.event.revision - 1 : revision;
  }

  /** The events after `revision`, oldest first. */
  after(revision: number): KeptEvent[] {
    const first = this.kept[0];
    return first ? this.kept.slice(Math.max(0, revision + 1 - first.event.revision)) : [];
  }
}
