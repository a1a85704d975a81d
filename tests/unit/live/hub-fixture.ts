import { beforeEach } from 'vitest';
import { Hub } from '@/lib/live/hub';
import { RecordingSink } from './recording-sink';
import { eventsBetween, stateOf } from './states';

/** Milliseconds between two heartbeats of one reader. */
export const heartbeatMs = 15_000;

/** A hub at revision 10 that knows the changes since 4, its clock, the revisions it told of, and what it put off until others had their turn. */
export type HubFixture = { now: number; noted: number[]; later: (() => void)[]; hub: Hub };

/** Gives each test of the file a fresh hub. The fields are those of the running test. */
export function aHubForEachTest(): HubFixture {
  const fixture = {} as HubFixture;
  beforeEach(() => {
    Object.assign(fixture, { now: Date.parse('2026-11-20T08:00:00Z'), noted: [] });
    fixture.later = [];
    fixture.hub = new Hub({
      now: () => fixture.now,
      heartbeatMs,
      onRevision: (revision) => fixture.noted.push(revision),
      later: (rest) => fixture.later.push(rest),
    });
    fixture.hub.reset(stateOf(10), eventsBetween(4, 10));
  });
  return fixture;
}

/** A reader of the hub's stream. */
export function open(hub: Hub, lastEventId: string | null = null): RecordingSink {
  const sink = new RecordingSink();
  hub.open(sink, { lastEventId, encoding: 'identity' });
  return sink;
}

/** Everyone's heart beats once. */
export function beatAll(hub: Hub): void {
  for (let slot = 0; slot < heartbeatMs / hub.beatsEveryMs; slot += 1) hub.beat();
}
