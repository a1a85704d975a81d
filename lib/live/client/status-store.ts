import type { PublicIncident, StatusState } from '@/lib/contracts/live-state';
import type { Connection, StreamView } from './connection';
import { identified, isFields } from './field-readers';
import { toIncident } from './incoming-parts';
import { toIncomingState } from './incoming-state';
import { settledAfterAll, settledAfterEvent, settledAfterState } from './settled-incidents';

/** Holds what the page shows and decides whether what came in is news. */
export class StatusStore {
  private view: StreamView;
  private readonly listeners = new Set<() => void>();
  private span: { since: number | null; upTo: number | null };

  constructor(initial: StatusState | null) {
    this.view = {
      status: initial,
      isConnected: false,
      connection: 'connecting',
      lastEventAt: null,
      retryAt: null,
      settled: new Map(),
    };
    const at = this.revision;
    this.span = { since: at, upTo: at };
  }

  readonly getView = (): StreamView => this.view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get revision(): number | null {
    return this.view.status?.revision ?? null;
  }

  /**
   * The revisions from and to which every named change was heard. What is shown may be newer: an answer to a
   * question brings the state alone, so the stream resumes at `upTo`.
   */
  get heardSpan(): Readonly<{ since: number | null; upTo: number | null }> {
    return this.span;
  }

  setConnection(connection: Connection, retryAt: number | null = null): void {
    if (connection === this.view.connection && retryAt === this.view.retryAt) return;
    this.change({ connection, retryAt, isConnected: connection === 'live' });
  }

  heard(now: number): void {
    if (now !== this.view.lastEventAt) this.change({ lastEventAt: now });
  }

  /**
   * Takes a whole state; answers whether the revision moved. An older one never overwrites a newer one.
   * `eventId`: the id that the stream sent it under, null when it sent none, undefined for an answer to a question.
   */
  takeState(message: unknown, eventId?: string | null): boolean {
    const { status, settled } = this.view;
    const incoming = toIncomingState(message, status, eventId);
    if (!incoming) return false;
    const { state, hasRevision, isReset } = incoming;
    if (!hasRevision) {
      this.change({ status: state });
      return false;
    }
    if (isReset) this.span = { since: state.revision, upTo: state.revision };
    else if (eventId) this.heardUpTo(state.revision);
    const isNewer = isReset || status === null || state.revision > status.revision;
    if (isNewer) {
      this.change({ status: state, settled: settledAfterState(settled, status, state) });
    } else if (state.revision === status.revision && state.stale !== status.stale) {
      const { stale: _, staleSince: __, ...fresh } = status;
      const { stale, staleSince } = state;
      this.change({ status: { ...fresh, ...(stale && { stale }), ...(staleSince && { staleSince }) } });
    }
    return isNewer;
  }

  /** Takes a named event about an incident that ended, was edited after it ended, or was removed. */
  takeIncidentEvent(name: string, message: unknown): void {
    if (!isFields(message)) return;
    const raw = identified([message.incident])?.[0];
    if (!raw) return;
    const known = this.view.status?.incidents.find((incident) => incident.id === raw.id);
    const settled = settledAfterEvent(this.view.settled, toIncident(raw, known), name === 'incident.removed');
    if (settled !== this.view.settled) this.change({ settled });
  }

  /** Takes the ended incidents that another tab heard of, up to the revision it heard everything. */
  takeSettled(entries: readonly [string, PublicIncident | null][], upTo: number | null): void {
    const settled = settledAfterAll(this.view.settled, entries, this.view.status);
    this.change({ settled });
    if (upTo !== null) this.heardUpTo(upTo);
  }

  private heardUpTo(revision: number): void {
    const { since, upTo } = this.span;
    this.span = { since: since ?? revision, upTo: Math.max(upTo ?? 0, revision) };
  }

  private change(patch: Partial<StreamView>): void {
    this.view = { ...this.view, ...patch };
    for (const listener of this.listeners) listener();
  }
}
