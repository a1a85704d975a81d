import type { StreamPorts } from './ports';
import { type FetchOutcome, StatusFetch } from './status-fetch';
import type { StatusStore } from './status-store';

/** What was heard, as it was heard, before it is taken. */
export type Overhearing = {
  state(message: unknown, eventId: string | null | undefined): void;
  change(name: string, message: unknown): void;
};

/** `isNews`: the store did not know it; `isCurrent` is false when the page moved on meanwhile. */
type Reply = { outcome: FetchOutcome; isNews: boolean; isCurrent: boolean };

/** Asks the server for the state, without a stream, and has the store take it. */
export class StatusQuestion {
  private readonly fetch: StatusFetch;
  /** Rises whenever everything is torn down, so that an answer that comes later is not acted on. */
  private era = 0;

  constructor(
    private readonly store: StatusStore,
    private readonly ports: StreamPorts,
    private readonly overhearing: Overhearing,
  ) {
    this.fetch = new StatusFetch(ports);
  }

  async ask(): Promise<Reply> {
    const { era } = this;
    const outcome = await this.fetch.ask();
    const isCurrent = era === this.era;
    if (!isCurrent) return { outcome, isNews: false, isCurrent };
    if (outcome.kind === 'state' || outcome.kind === 'unchanged') this.store.heard(this.ports.now());
    if (outcome.kind !== 'state') return { outcome, isNews: false, isCurrent };
    this.overhearing.state(outcome.message, undefined);
    return { outcome, isNews: this.store.takeState(outcome.message), isCurrent };
  }

  /** What is asked now will not be acted on. */
  drop(): void {
    this.era++;
    this.fetch.cancel();
  }
}
