import type { Bus } from './bus';
import { BusExchange } from './bus-exchange';
import { Hub } from './hub';
import { LogFollower, type LogSource } from './log-follower';
import type { Session, Sink } from './session';
import { within } from './within';

export type LiveRoomOptions = {
  source: LogSource;
  bus: Bus;
  heartbeatMs: number;
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
  private readonly follower: LogFollower;
  private readonly exchange: BusExchange;
  private timers: NodeJS.Timeout[] = [];
  private isClosed = false;

  constructor(private readonly options: LiveRoomOptions) {
    const { source, bus, now, warn, onRevision } = options;
    this.bus = bus;
    this.hub = new Hub(now, onRevision);
    this.follower = new LogFollower({ hub: this.hub, source, now, warn, onRevision });
    this.exchange = new BusExchange({ hub: this.hub, bus, now, warn, catchUp: () => this.catchUp() });
  }

  /** Reads the state and keeps following it. Settles once the first attempt was made; never rejects. */
  start(): Promise<void> {
    const { heartbeatMs } = this.options;
    this.timers = [
      setInterval(() => void this.catchUp(), compareEveryMs),
      setInterval(() => this.hub.heartbeat(heartbeatMs), heartbeatMs),
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

  /** Opens a stream. Null when nothing is known yet, and once the room is closed. */
  open(sink: Sink, lastEventId: string | null): Session | null {
    return this.isClosed ? null : this.hub.open(sink, lastEventId);
  }

  /** Brings the hub up to date with the database now; never rejects. */
  catchUp(): Promise<void> {
    return this.isClosed ? Promise.resolve() : this.follower.catchUp();
  }

  /** Says goodbye to everyone and stops. */
  async close(): Promise<void> {
    this.isClosed = true;
    for (const timer of this.timers) clearInterval(timer);
    this.hub.closeAll();
    await this.bus.close();
  }
}
