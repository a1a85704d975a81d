import type { PublishedChange } from '@/lib/contracts/live-event';
import type { Bus } from './bus';
import { longestMessage, parseBusMessage } from './bus-message';
import type { Hub } from './hub';
import { liveObserver } from './live-observer';
import { eventText } from './sse';

/** Whoever lacks more than this reads the log instead of a long message. */
const mostEvents = 50;
const warnEveryMs = 10_000;

export type ExchangeOptions = {
  hub: Hub;
  bus: Bus;
  catchUp: () => Promise<void>;
  now: () => number;
  warn: (what: object, message: string) => void;
};

/** The hub's dealings with the other processes: tells them of changes, and takes in what they tell. */
export class BusExchange {
  /** Messages dropped since the start. */
  malformed = 0;
  private toldMalformed = 0;
  private warnedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: ExchangeOptions) {
    options.bus.onMessage((text) => this.receive(text));
    options.bus.onReconnect(() => void options.catchUp());
  }

  /** Publishes the state with every change the others have not been told of. What fails goes with the next. */
  async publishPending(): Promise<void> {
    const { hub, bus } = this.options;
    const { state, sharedRevision } = hub;
    if (!state || state.stale || state.revision <= sharedRevision) return;
    const events = hub.eventsAfter(sharedRevision).slice(-mostEvents);
    if (events.length === 0) return;
    // Claimed before the wait, so that changes at the same time do not all publish the same.
    hub.sharedRevision = state.revision;
    const isPublished = await bus.publish(messageOf({ ...state, events }));
    if (!isPublished) hub.sharedRevision = Math.min(hub.sharedRevision, sharedRevision);
  }

  private receive(text: string): void {
    const message = parseBusMessage(text);
    if (message.kind === 'change') this.takeIn(message.change);
    else if (message.kind === 'outside') this.options.hub.relay(eventText({ data: message.json }));
    else this.drop(message.why, text);
  }

  private takeIn({ events, ...state }: PublishedChange): void {
    const { hub, catchUp } = this.options;
    if (state.revision <= hub.revision) {
      hub.sharedRevision = Math.max(hub.sharedRevision, state.revision);
      return;
    }
    const leadsOn = events.some(({ revision }) => revision === hub.revision + 1);
    const isWhole = events.every(({ revision }, i) => revision === state.revision - events.length + 1 + i);
    if (!hub.state || state.stale || !leadsOn || !isWhole) {
      liveObserver().resynced();
      void catchUp();
      return;
    }
    hub.advance(state, events);
    hub.sharedRevision = Math.max(hub.sharedRevision, state.revision);
  }

  private drop(why: string, text: string): void {
    this.malformed += 1;
    liveObserver().malformed();
    const { now, warn } = this.options;
    // Whoever floods the channel must not flood the log as well.
    if (now() - this.warnedAt < warnEveryMs) return;
    const dropped = this.malformed - this.toldMalformed;
    warn({ why, dropped, beginning: text.slice(0, 80) }, 'dropped what was published on status:updates');
    this.warnedAt = now();
    this.toldMalformed = this.malformed;
  }
}

/** With the newest change alone where all would be too long: whoever lacks the others reads the log. */
function messageOf(change: PublishedChange): string {
  const text = JSON.stringify(change);
  return text.length <= longestMessage
    ? text
    : JSON.stringify({ ...change, events: change.events.slice(-1) });
}
