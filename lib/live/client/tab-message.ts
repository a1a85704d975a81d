import type { PublicIncident, StatusState } from '@/lib/contracts/live-state';
import { type Connection, connections } from './connection';
import { isFields, oneOf } from './field-readers';
import { tabProtocol } from './tab-ports';

/**
 * What tabs tell each other. The leader: `beat`, how its connection is; `state` and `change`, what it heard, as it
 * heard it; `all`, everything it knows. A follower: `ask`, wanting the latter. `since` and `upTo` are the revisions
 * from and to which the leader heard every named change.
 */
export type TabMessage =
  | {
      kind: 'beat';
      connection: Connection;
      retryAt: number | null;
      lastEventAt: number | null;
      revision: number | null;
      since: number | null;
      upTo: number | null;
    }
  | { kind: 'state'; message: unknown; eventId: string | null | undefined }
  | { kind: 'change'; name: string; message: unknown }
  | { kind: 'ask'; revision: number | null }
  | {
      kind: 'all';
      state: StatusState;
      settled: [string, PublicIncident | null][];
      since: number | null;
      upTo: number | null;
    };

/** The message as it goes over the channel, with the protocol it belongs to. */
export function toTabWire(message: TabMessage): unknown {
  return { v: tabProtocol, ...message };
}

/** Reads what came over the channel, perhaps from another build of this page; null when it is not one of ours. */
export function readTabMessage(wire: unknown): TabMessage | null {
  if (!isFields(wire) || wire.v !== tabProtocol) return null;
  switch (wire.kind) {
    case 'beat': {
      const connection = oneOf(connections, wire.connection, null);
      const [retryAt, lastEventAt] = [count(wire.retryAt), count(wire.lastEventAt)];
      const [revision, since, upTo] = [count(wire.revision), count(wire.since), count(wire.upTo)];
      return connection && { kind: 'beat', connection, retryAt, lastEventAt, revision, since, upTo };
    }
    case 'state': {
      const { message, eventId } = wire;
      if (eventId !== null && eventId !== undefined && typeof eventId !== 'string') return null;
      return { kind: 'state', message, eventId };
    }
    case 'change':
      return typeof wire.name === 'string'
        ? { kind: 'change', name: wire.name, message: wire.message }
        : null;
    case 'ask':
      return { kind: 'ask', revision: count(wire.revision) };
    case 'all': {
      if (!isFields(wire.state) || !Array.isArray(wire.settled)) return null;
      const settled = wire.settled.filter((entry) => Array.isArray(entry) && typeof entry[0] === 'string');
      const [since, upTo] = [count(wire.since), count(wire.upTo)];
      return { kind: 'all', state: wire.state as StatusState, settled, since, upTo };
    }
    default:
      return null;
  }
}

function count(value: unknown): number | null {
  return Number.isSafeInteger(value) ? (value as number) : null;
}
