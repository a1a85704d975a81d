import type { StatusState } from '@/lib/contracts/live-state';
import { backoffMs, between } from './backoff';
import { Heartbeat } from './heartbeat';
import { NamedTimers } from './named-timers';
import { PageLife } from './page-life';
import type { StreamPorts } from './ports';
import { type FetchOutcome, StatusFetch } from './status-fetch';
import { StatusStore } from './status-store';
import { type AttemptEnd, openStreamAttempt } from './stream-attempt';
import * as pace from './stream-pace';

const streamUrl = '/api/status/stream';

/** Keeps one page up to date: by the stream while it delivers, else by asking now and then. Knows no framework. */
export class StatusStream {
  readonly store: StatusStore;
  private readonly fetch: StatusFetch;
  private readonly heartbeat = new Heartbeat();
  private readonly life: PageLife;
  private closeAttempt: (() => void) | null = null;
  private readonly timers: NamedTimers<'retry' | 'poll' | 'steady' | 'check'>;
  private failures = 0;
  private wasUnreachable = false;
  /** Rises whenever everything is torn down, so that an answer that comes later is not acted on. */
  private era = 0;

  constructor(
    initial: StatusState | null,
    private readonly ports: StreamPorts,
  ) {
    this.store = new StatusStore(initial);
    this.fetch = new StatusFetch(ports);
    this.timers = new NamedTimers(ports);
    this.life = new PageLife(ports, {
      pause: () => this.tearDown('connecting'),
      resume: () => this.begin(),
      offline: () => {
        this.tearDown('offline');
        // Browsers are sometimes wrong about it: try now and then all the same.
        this.retryIn(between(...pace.offlineRetryMs, ports.random), 'offline');
      },
      online: () => this.retryIn(between(0, pace.onlineWaitMs, ports.random), 'reconnecting'),
    });
  }

  start(): void {
    if (this.life.start()) this.begin();
  }

  stop(): void {
    this.life.stop();
    this.tearDown('connecting');
  }

  private begin(): void {
    this.failures = 0;
    this.store.setConnection('connecting');
    this.connect();
  }

  private connect(): void {
    this.closeAttempt?.();
    const { ports, store } = this;
    if (store.getView().retryAt !== null) store.setConnection(store.getView().connection);
    const url = store.revision === null ? streamUrl : `${streamUrl}?lastEventId=${store.revision}`;
    this.closeAttempt = openStreamAttempt(ports, url, this.heartbeat, {
      opened: () => this.opened(),
      heard: () => {
        this.timers.clear('check');
        this.opened();
      },
      state: (message, eventId) => store.takeState(message, eventId),
      change: (name, message) => store.takeIncidentEvent(name, message),
      ping: (revision) => {
        if (revision !== null && revision > (store.revision ?? -1)) void this.ask();
      },
      silent: (isOpen) => (isOpen ? void this.checkSilence() : this.pollIn(0)),
      ended: (end) => this.ended(end),
    });
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
    const { outcome, isNews, isCurrent } = await this.ask();
    if (!isCurrent) return;
    if (isNews) {
      this.timers.set('check', pace.graceMs, () => {
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
    const { outcome, isCurrent } = await this.ask();
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
    this.pollIn(this.nextPollMs(), mayStream);
  }

  private pollIn(ms: number, mayStream = true): void {
    this.timers.set('poll', ms, async () => {
      const { outcome, isCurrent } = await this.ask();
      if (!isCurrent || this.store.getView().connection === 'live') return;
      if (outcome.kind === 'failed' && mayStream) {
        this.endAttempt();
        void this.failed(false);
        return;
      }
      this.store.setConnection('polling');
      const asked = outcome.kind === 'failed' ? (outcome.retryAfterMs ?? 0) : 0;
      this.pollIn(Math.max(this.nextPollMs(), asked), mayStream);
    });
  }

  private nextPollMs(): number {
    return this.ports.isHidden() ? pace.hiddenPollMs : between(...pace.pollMs, this.ports.random);
  }

  /** Asks for the state and takes it. `isCurrent` is false when the page moved on meanwhile. */
  private async ask(): Promise<{ outcome: FetchOutcome; isNews: boolean; isCurrent: boolean }> {
    const { era } = this;
    const outcome = await this.fetch.ask();
    const isCurrent = era === this.era;
    if (!isCurrent) return { outcome, isNews: false, isCurrent };
    if (outcome.kind === 'state' || outcome.kind === 'unchanged') this.store.heard(this.ports.now());
    const isNews = outcome.kind === 'state' && this.store.takeState(outcome.message);
    return { outcome, isNews, isCurrent };
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

  private tearDown(connection: 'connecting' | 'offline'): void {
    this.era++;
    this.fetch.cancel();
    this.endAttempt();
    this.store.setConnection(connection);
  }
}
