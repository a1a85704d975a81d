import type { StatusState } from '@/lib/contracts/live-state';
import type { Connection, StreamView } from './connection';
import { identified, isFields } from './field-readers';
import { toIncident } from './incoming-parts';
import { toIncomingState } from './incoming-state';
import { settledAfterEvent, settledAfterState } from './settled-incidents';

/** Holds what the page shows and decides whether what came in is news. */
export class StatusStore {
  private view: StreamView;
  private readonly listeners = new Set<() => void>();

  constructor(initial: StatusState | null) {
    this.view = {
      status: initial,
      isConnected: false,
      connection: 'connecting',
      lastEventAt: null,
      retryAt: null,
      settled: new Map(),
    };
  }

  readonly getView = (): StreamView => this.view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get revision(): number | null {
    return this.view.status?.revision ?? null;
  }

  setConnection(connection: Connection, retryAt: number | null = null): void {
    if (connection === this.view.connection && retryAt === this.view.retryAt) return;
    this.change({ connection, retryAt, isConnected: connection === 'live' });
  }

  heard(now: number): void {
    this.change({ lastEventAt: now });
  }

  /** Takes a whole state; answers whether the revision moved. An older one never overwrites a newer one. */
  takeState(message: unknown, eventId?: string): boolean {
    const { status, settled } = this.view;
    const incoming = toIncomingState(message, status, eventId);
    if (!incoming) return false;
    const { state, hasRevision, isReset } = incoming;
    if (!hasRevision) {
      this.change({ status: state });
      return false;
    }
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

  private change(patch: Partial<StreamView>): void {
    this.view = { ...this.view, ...patch };
    for (const listener of this.listeners) listener();
  }
}
