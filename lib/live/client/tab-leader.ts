import { NamedTimers } from './named-timers';
import type { StreamPorts } from './ports';
import type { StatusStore } from './status-store';
import * as pace from './stream-pace';
import type { TabMessage } from './tab-message';

/** The leading tab's word to the others: how its connection is, and all it knows when one asks. */
export class TabLeader {
  private stopListening = () => {};
  private readonly timers: NamedTimers<'beat'>;
  private last = '';

  constructor(
    private readonly store: StatusStore,
    ports: StreamPorts,
    private readonly post: (message: TabMessage) => void,
    private readonly lookUp: (revision: number) => void,
  ) {
    this.timers = new NamedTimers(ports);
  }

  start(): void {
    this.stopListening = this.store.subscribe(() => this.beat(false));
    this.beat(true);
  }

  stop(): void {
    this.stopListening();
    this.timers.clearAll();
  }

  hear(message: TabMessage): void {
    if (message.kind !== 'ask') return;
    const { status, settled } = this.store.getView();
    if (status) this.post({ kind: 'all', state: status, settled: [...settled], ...this.store.heardSpan });
    this.beat(true);
    // A page that was rendered a moment ago may know more than the stream has told.
    if (message.revision !== null) this.lookUp(message.revision);
  }

  private beat(isDue: boolean): void {
    const { connection, retryAt, lastEventAt } = this.store.getView();
    const { revision, heardSpan } = this.store;
    const beat = { connection, retryAt, lastEventAt, revision, ...heardSpan };
    const text = JSON.stringify(beat);
    if (!isDue && text === this.last) return;
    this.last = text;
    this.post({ kind: 'beat', ...beat });
    this.timers.set('beat', pace.tabBeatMs, () => this.beat(true));
  }
}
