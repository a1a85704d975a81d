import { between } from './backoff';
import { NamedTimers } from './named-timers';
import type { StreamPorts } from './ports';
import type { StatusStore } from './status-store';
import * as pace from './stream-pace';
import type { TabMessage } from './tab-message';

type Beat = Extract<TabMessage, { kind: 'beat' }>;
type All = Extract<TabMessage, { kind: 'all' }>;

export type FollowerListeners = {
  /** The leader said nothing for long, nor when asked. */
  distrusts(): void;
  /** The leader is well, but changes that this tab missed came before it listened. */
  missedMore(): void;
};

/** A following tab: takes what the leader tells, and notices when it falls silent. */
export class TabFollower {
  private readonly timers: NamedTimers<'trust' | 'answer'>;
  /** Whether it heard all that the leader did, so that the next change leads on from what it has. */
  private isCaughtUp = false;
  private aheadSince: number | null = null;
  private askedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly store: StatusStore,
    private readonly ports: StreamPorts,
    private readonly post: (message: TabMessage) => void,
    private readonly listeners: FollowerListeners,
  ) {
    this.timers = new NamedTimers(ports);
  }

  /** True from a word of the leader until it has been silent for too long. */
  isTrusting = false;

  start(): void {
    this.isCaughtUp = false;
    this.aheadSince = null;
    this.doubt();
  }

  stop(): void {
    this.timers.clearAll();
  }

  hear(message: TabMessage): void {
    if (message.kind === 'ask') return;
    this.trust();
    if (message.kind === 'state') this.takeState(message.message, message.eventId);
    else if (message.kind === 'change') this.store.takeIncidentEvent(message.name, message.message);
    else if (message.kind === 'all') this.takeAll(message);
    else this.takeBeat(message);
  }

  private takeState(message: unknown, eventId: string | null | undefined): void {
    // With changes missed before it, a state is shown like an answer to a question.
    this.store.takeState(message, eventId === null || this.isCaughtUp ? eventId : undefined);
  }

  private takeBeat(beat: Beat): void {
    const { store } = this;
    store.setConnection(beat.connection, beat.retryAt);
    if (beat.lastEventAt !== null) store.heard(beat.lastEventAt);
    const hasMissedMore = this.hasMissedMore(beat.since);
    if (beat.connection === 'live' && hasMissedMore) {
      this.listeners.missedMore();
      return;
    }
    const isAhead = (store.revision ?? -1) > (beat.revision ?? -1);
    this.aheadSince = isAhead ? (this.aheadSince ?? this.ports.now()) : null;
    const lacksState = (store.revision ?? -1) < (beat.revision ?? -1);
    const lacksChanges = (store.heardSpan.upTo ?? -1) < (beat.upTo ?? -1);
    if (lacksState || lacksChanges) this.isCaughtUp = false;
    // What the leader never heard it can't tell either: asking for it would be answered for ever.
    if (lacksState || (lacksChanges && !hasMissedMore) || this.isLeaderLeftBehind) this.askAgain();
  }

  private takeAll({ state, settled, since, upTo }: All): void {
    // A leader that stays behind is right: the server began anew, and this tab did not hear of it.
    this.store.takeState(this.isLeaderLeftBehind ? { ...state, reset: true } : state);
    if (this.isLeaderLeftBehind) this.aheadSince = null;
    if (this.hasMissedMore(since)) return;
    if ((upTo ?? -1) >= (this.store.heardSpan.upTo ?? -1)) this.store.takeSettled(settled, upTo);
    this.isCaughtUp = true;
  }

  /** The leader began to listen at `since`, after changes that this tab has not heard of. */
  private hasMissedMore(since: number | null): boolean {
    const { upTo } = this.store.heardSpan;
    return upTo !== null && since !== null && upTo < since;
  }

  private get isLeaderLeftBehind(): boolean {
    return this.aheadSince !== null && this.ports.now() - this.aheadSince > pace.tabBehindMs;
  }

  private trust(): void {
    this.isTrusting = true;
    this.timers.clear('answer');
    this.timers.set('trust', pace.tabTrustMs, () => this.doubt());
  }

  private doubt(): void {
    this.isTrusting = false;
    this.ask();
    this.timers.set('answer', between(...pace.tabAnswerMs, this.ports.random), () => {
      this.timers.set('trust', pace.tabTrustMs, () => this.doubt());
      this.listeners.distrusts();
    });
  }

  /** An answer comes with a beat, which may be a reason to ask: never more often than tabs beat. */
  private askAgain(): void {
    if (this.ports.now() - this.askedAt >= pace.tabAskMs) this.ask();
  }

  private ask(): void {
    this.askedAt = this.ports.now();
    this.post({ kind: 'ask', revision: this.store.revision });
  }
}
