import type { LiveEvent } from '@/lib/contracts/live-event';
import type { StatusState } from '@/lib/contracts/live-state';
import { commentText, eventText } from './sse';

export type DoneReason = 'shutdown' | 'max-age' | 'slow';

/** The whole public state as JSON, keys in the documented order; `reset` tells readers to forget what they had. */
export function stateJson(state: StatusState, reset = false): string {
  const { statusLabel, services, incidents, maintenances, revision, updatedAt, page, stale, staleSince } =
    state;
  return JSON.stringify({
    statusLabel,
    services,
    incidents,
    maintenances,
    revision,
    updatedAt,
    page,
    ...(stale && { stale, staleSince }),
    ...(reset && { reset }),
  });
}

/** The unnamed message. A stale state carries no id: whoever saw it must not resume as if all were well. */
export function stateText(state: StatusState, reset = false): string {
  const data = stateJson(state, reset);
  return state.stale ? eventText({ data }) : eventText({ id: state.revision, data });
}

/** A change alone, under its own name. It carries no id, so that resuming never stops between it and the state. */
export function changeText({ name, revision, at, payload }: LiveEvent): string {
  return eventText({ event: name, data: JSON.stringify({ revision, at, ...payload }) });
}

/** A comment for proxies and a ping for clients, which tells them of silence and of a revision they lack. */
export function heartbeatText(revision: number, now: Date): string {
  const data = JSON.stringify({ revision, now: now.toISOString() });
  return commentText('heartbeat') + eventText({ event: 'ping', data });
}

/** The last event of a stream the server closes: why, and when to come back. */
export function doneText(reason: DoneReason, retryMs: number): string {
  return eventText({ event: 'done', data: JSON.stringify({ reason, retryMs }), retryMs });
}
