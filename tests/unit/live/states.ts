import type { LiveEvent } from '@/lib/contracts/live-event';
import type { StatusState } from '@/lib/contracts/live-state';

const at = '2026-11-20T08:00:00.000Z';

/** A small public state at `revision`. */
export function stateOf(revision: number): StatusState {
  return {
    statusLabel: 'operational',
    services: [
      {
        id: 's1',
        name: 'API',
        slug: 'api',
        description: null,
        groupId: null,
        groupName: null,
        status: 'operational',
        position: 0,
        updatedAt: at,
      },
    ],
    incidents: [],
    maintenances: [],
    revision,
    updatedAt: at,
  };
}

/** The change that led to `revision`. */
export function eventOf(revision: number): LiveEvent {
  return { revision, name: 'page.updated', at, payload: { page: { id: 'p', name: `Page ${revision}` } } };
}

/** The changes that led from `after` to `revision`. */
export function eventsBetween(after: number, revision: number): LiveEvent[] {
  return Array.from({ length: revision - after }, (_, i) => eventOf(after + 1 + i));
}
