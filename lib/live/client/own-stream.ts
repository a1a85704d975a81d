import { backoffMs, between } from './backoff';
import { Heartbeat } from './heartbeat';
import { NamedTimers } from './named-timers';
import type { StreamPorts } from './ports';
import { type Overhearing, StatusQuestion } from './status-question';
import type { StatusStore } from './status-store';
import { type AttemptEnd, openStreamAttempt } from './stream-attempt';
import * as pace from './stream-pace';
import { streamUrl } from './stream-url';

/** Keeps a store up to date over a stream of its own while that delivers, else by asking now and then. */
export class OwnStream {
  private readonly question: StatusQuestion;
  private readonly heartbeat = new Heartbeat();
  private closeAttempt: (() => void) | null = null;
  private readonly timers: NamedTimers<'retry' | 'poll' | 'steady' | 'check'>;
  private failures = 0;
  private wasUnreachable = false;
  /** Ask for the stream uncompressed: something on the way withholds the compressed one. */
  private isPlain = false;
  constructor(
    private readonly store: StatusStore,
    private readonly ports: StreamPorts,
    private readonly overhearing: Overhearing,
  ) {
    this.question = new StatusQuestion(store, ports, overhearing);
    this.timers = new NamedTimers(ports);
  }

  /** Begins to keep the store up to date. `as`: what to say until the stream is open. */
  begin(as: 'connecting' | 'reconnecting' = 'connecting'): void {
    this.failures = 0;
    this.store.setConnection(as);
    this.connect();
  }

  /** Closes everything. `as`: what the page says from now on. */
  end(as: 'connecting' | 'reconnecting' | 'offline' = 'connecting'): void {
    this.question.drop();
    this.endAttempt();
    this.store.setConnection(as);
  }

  offline(): void {
    this.end('offline');
    // Browsers are sometimes wrong about it: try now and then all the same.
    this.retryIn(between(...pace.offlineRetryMs, this.ports.random), 'offline');
  }

  online(): void {
    this.retryIn(between(0, pace.onlineWaitMs, this.ports.random), 'reconnecting');
  }

  /** Asks the server whether it has more than `revision` says we should know; works without a stream too. */
  async lookUp(revision: number | null): Promise<void> {
    if (revision === null || revision > (this.store.revision ?? -1)) await this.question.ask();
  }

  private connect(): void {
    this.closeAttempt?.();
    const { ports, store } = this;
    if (store.getView().retryAt !== null) store.setConnection(store.getView().connection);
    const url = streamUrl(store.heardSpan.upTo, this.isPlain);
    this.closeAttempt = openStreamAttempt(ports, url, this.heartbeat, {
      opened: () => this.opened(),
      heard: () => {
        this.timers.clear('check');
        this.opened();
      },
      state: (message, eventId) => {
        this.overhearing.state(message, eventId);
        store.takeState(message, eventId);
      },
      change: (name, message) => {
        this.overhearing.change(name, message);
        store.takeIncidentEvent(name, message);
      },
      ping: (revision) => {
        if (revision !== null) void this.lookUp(revision);
      },
      silent: (isOpen) => {
        if (isOpen) void this.checkSilence();
        else if (!this.connectPlain()) {
          this.isPlain = false;
          this.pollIn(0);
        }
      },
      ended: (end) => this.ended(end),
    });
  }

  /** Opens the stream again without compression; false when that was tried already. */
  private connectPlain(): boolean {
    if (this.isPlain) return false;
    this.isPlain = true;
    this.endAttempt();
    if (this.store.getView().connection === 'live') this.store.setConnection('reconnecting');
    this.connect();
    // What waits behind the silence need not wait for the second try.
    void this.question.ask();
    return true;
  }

  private opened(): void {
    this.timers.clear('poll');
    this.wasUnreachable = false;
    if (this.store.getView().connection !== 'live') {
      this.timers.set('steady', pace.steadyMs, () => {
        this.failures = 0;
      });
      this.store.setConnection('live');
    }
    this.store.heard(this.ports.now());
  }

  /** An open stream with nothing to say is well, unless the server has news that the stream withholds. */
  private async checkSilence(): Promise<void> {
    const { outcome, isNews, isCurrent } = await this.question.ask();
    if (!isCurrent) return;
    const isWithheld = isNews || (this.store.revision ?? -1) > (this.store.heardSpan.upTo ?? -1);
    if (isWithheld) {
      this.timers.set('check', pace.graceMs, () => {
        if (this.connectPlain()) return;
        this.isPlain = false;
        this.endAttempt();
        this.startPolling();
      });
    } else if (outcome.kind === 'failed' || outcome.kind === 'forbidden') {
      this.endAttempt();
      void this.failed(true);
    } else {
      this.timers.set('check', between(...pace.pollMs, this.ports.random), () => void this.checkSilence());
    }
  }

  private ended(end: AttemptEnd): void {
    this.endAttempt();
    if (end.why === 'error' && end.isMute) this.isPlain = !this.isPlain;
    // A stream that stayed mute until polling took over is not worth two more tries in a row.
    if (this.store.getView().connection === 'polling') this.failures = pace.failuresUntilPolling;
    if (end.why === 'error') void this.failed(end.isRefused);
    else this.retryIn(Math.max(end.retryMs, backoffMs(0, this.ports.random)), 'reconnecting');
  }

  private async failed(isRefused: boolean): Promise<void> {
    const n = this.failures++;
    this.timers.clear('steady');
    const wait = backoffMs(n, this.ports.random);
    const waiting = this.ports.isOnline() ? 'reconnecting' : 'offline';
    if (!isRefused && this.failures < pace.failuresUntilPolling) return this.retryIn(wait, waiting);

    if (this.store.getView().connection !== 'polling') this.store.setConnection(waiting);
    const { outcome, isCurrent } = await this.question.ask();
    if (!isCurrent) return;
    if (outcome.kind === 'failed') {
      this.wasUnreachable = true;
      return this.retryIn(Math.max(wait, outcome.retryAfterMs ?? 0), waiting);
    }
    // The server is back from an absence: those failures said nothing about the stream.
    if (this.wasUnreachable) this.failures = 1;
    this.wasUnreachable = false;
    if (outcome.kind === 'forbidden' || this.failures >= pace.failuresUntilPolling) {
      this.startPolling(outcome.kind !== 'forbidden');
    } else {
      this.retryIn(wait, waiting);
    }
  }

  private startPolling(mayStream = true): void {
    this.store.setConnection('polling');
    if (mayStream)
      this.timers.set('retry', between(...pace.streamRetryMs, this.ports.random), () => this.connect());
    this.pollIn(pace.nextPollMs(this.ports), mayStream);
  }

  private pollIn(ms: number, mayStream = true): void {
    this.timers.set('poll', ms, async () => {
      const { outcome, isCurrent } = await this.question.ask();
      if (!isCurrent || this.store.getView().connection === 'live') return;
      if (outcome.kind === 'failed' && mayStream) {
        this.endAttempt();
        void this.failed(false);
        return;
      }
      this.store.setConnection('polling');
      const asked = outcome.kind === 'failed' ? (outcome.retryAfterMs ?? 0) : 0;
      this.pollIn(Math.max(pace.nextPollMs(this.ports), asked), mayStream);
    });
  }

  private retryIn(ms: number, connection: 'reconnecting' | 'offline'): void {
    this.timers.clear('poll');
    this.store.setConnection(connection, connection === 'offline' ? null : this.ports.now() + ms);
    this.timers.set('retry', ms, () => this.connect());
  }

  private endAttempt(): void {
    this.closeAttempt?.();
    this.closeAttempt = null;
    this.timers.clearAll();
  }
}
