import type { Bus } from './bus';
import { BusExchange } from './bus-exchange';
import { type Arrival, Hub } from './hub';
import { LogFollower, type LogSource } from './log-follower';
import type { Session, Sink } from './session';
import { StreamCaps, type StreamCapsOptions } from './stream-caps';
import { within } from './within';

export type LiveRoomOptions = {
  source: LogSource;
  bus: Bus;
  heartbeatMs: number;
  caps: StreamCapsOptions;
  now: () => number;
  warn: (what: object, message: string) => void;
  /** Told of each revision this process hears of. */
  onRevision: (revision: number) => void;
};

/** `revision` is -1 before anything is known; `queuedBytes` were handed over and not taken yet. */
export type LiveGauges = { openSessions: number; queuedBytes: number; revision: number; isBusUp: boolean };

/** Redis makes it fast, this makes it sure. */
const compareEveryMs = 5_000;
/** An admin's answer waits this long for the news to be out, and no longer. */
const announceLimitMs = 3_000;
/** A visitor at a process that has only just started waits this long for the first state. */
const askLimitMs = 1_000;

/** All that is live in one process: the hub, and what keeps it true to the database and the other processes. */
export class LiveRoom {
  readonly hub: Hub;
  readonly bus: Bus;
  private readonly caps: StreamCaps;
  private readonly follower: LogFollower;
  private readonly exchange: BusExchange;
  private timers: NodeJS.Timeout[] = [];
  private isClosing = false;
  private isClosed = false;

  constructor(private readonly options: LiveRoomOptions) {
    const { source, bus, caps, heartbeatMs, now, warn, onRevision } = options;
    this.bus = bus;
    this.caps = new StreamCaps(caps);
    this.hub = new Hub({ now, heartbeatMs, onRevision });
    this.follower = new LogFollower({ hub: this.hub, source, now, warn, onRevision });
    this.exchange = new BusExchange({ hub: this.hub, bus, now, warn, catchUp: () => this.catchUp() });
  }

  /** Reads the state and keeps following it. Settles once the first attempt was made; never rejects. */
  start(): Promise<void> {
    this.timers = [
      setInterval(() => void this.catchUp(), compareEveryMs),
      setInterval(() => this.hub.beat(), this.hub.beatsEveryMs),
    ];
    for (const timer of this.timers) timer.unref();
    return this.catchUp();
  }

  /** After a change was committed here: shows it to this process's readers, then tells the others. Never rejects. */
  async announce(revision: number): Promise<void> {
    const work = async () => {
      if (this.hub.revision < revision) await this.catchUp();
      await this.exchange.publishPending();
    };
    // What is still on its way when the time is up arrives by itself.
    await within(announceLimitMs, work()).catch((error) =>
      this.options.warn({ err: error, revision }, 'the news is late'),
    );
  }

  /** Whether there is anything to show. Where there isn't it asks, and waits a second at most. */
  async isKnown(): Promise<boolean> {
    if (!this.hub.state) await within(askLimitMs, this.catchUp()).catch(() => {});
    return this.hub.state !== null;
  }

  /** What can be read off at this moment. */
  get gauges(): LiveGauges {
    const { openSessions, queuedBytes, revision } = this.hub;
    return { openSessions, queuedBytes, revision, isBusUp: this.bus.isUp() };
  }

  /** Why no stream can be opened for this address now; null when one can. */
  refusal(addressKey: string): 'draining' | 'unknown' | 'address' | 'full' | null {
    if (this.isClosing) return 'draining';
    if (!this.hub.state) return 'unknown';
    return this.caps.refusal(addressKey);
  }

  /** Opens a stream that counts for its address. Null when nothing is known yet, and once the room closes. */
  open(sink: Sink, arrival: Omit<Arrival, 'onClosed'> & { addressKey: string }): Session | null {
    if (this.isClosing || !this.hub.state) return null;
    return this.hub.open(sink, { ...arrival, onClosed: this.caps.take(arrival.addressKey) });
  }

  /** Brings the hub up to date with the database now; never rejects. */
  catchUp(): Promise<void> {
    return this.isClosed ? Promise.resolve() : this.follower.catchUp();
  }

  /** Opens nothing more, says goodbye to everyone a few at a time, and stops. `isAlone`: no other process serves. */
  async close(isAlone: boolean): Promise<void> {
    this.isClosing = true;
    await this.hub.closeAll(goodbyeMs(this.hub.openSessions), isAlone);
    this.isClosed = true;
    for (const timer of this.timers) clearInterval(timer);
    await this.bus.close();
  }
}

/**
 * How long the goodbyes take for so many readers: a thousand a second, as they come back to whoever is left at the
 * same pace, and a process opens several thousand (`npm run bench`).
 */
function goodbyeMs(readers: number): number {
  return Math.min(25, Math.max(1, readers / 1_000)) * 1000;
}
