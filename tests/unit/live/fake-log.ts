import type { LiveEvent } from '@/lib/contracts/live-event';
import type { StatusSnapshot, StatusState } from '@/lib/contracts/live-state';
import type { LogSource } from '@/lib/live/log-follower';
import { eventOf, stateOf } from './states';

/** An event log in memory, which can be out of reach, hang, or be asked what it was asked. */
export class FakeLog implements LogSource {
  events: LiveEvent[] = [];
  isDown = false;
  /** What the cache would still answer while the database is down. */
  cached: StatusState | null = null;
  asked: string[] = [];
  /** Reads wait for this. */
  gate: Promise<void> = Promise.resolve();

  /** Commits the next changes. */
  commit(count = 1): number {
    for (let i = 0; i < count; i += 1) this.events.push(eventOf(this.revision + 1));
    return this.revision;
  }

  get revision(): number {
    return this.events.at(-1)?.revision ?? 0;
  }

  async currentRevision(): Promise<number> {
    this.ask('revision');
    const { revision } = this;
    await this.gate;
    return revision;
  }

  async eventsAfter(revision: number, limit: number): Promise<LiveEvent[]> {
    this.ask('events');
    return this.events.filter((event) => event.revision > revision).slice(0, limit);
  }

  async latestEvents(limit: number): Promise<LiveEvent[]> {
    this.ask('latest');
    return this.events.slice(-limit);
  }

  async getStatusSnapshot(): Promise<StatusSnapshot> {
    if (this.isDown && this.cached)
      return snapshotOf({ ...this.cached, stale: true, staleSince: this.cached.updatedAt });
    this.ask('snapshot');
    return snapshotOf(stateOf(this.revision));
  }

  private ask(what: string): void {
    this.asked.push(what);
    if (this.isDown) throw new Error('ECONNREFUSED');
  }
}

function snapshotOf(state: StatusState): StatusSnapshot {
  return { page: { id: 'p', name: 'P', timeZone: 'UTC' }, state, history: [], serviceNames: {} };
}
