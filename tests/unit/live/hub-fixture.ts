import { beforeEach } from 'vitest';
import { Hub } from '@/lib/live/hub';
import { RecordingSink } from './recording-sink';
import { eventsBetween, stateOf } from './states';

/** A hub at revision 10 that knows the changes since 4, its clock, and the revisions it told of. */
export type HubFixture = { now: number; noted: number[]; hub: Hub };

/** Gives each test of the file a fresh hub. The fields are those of the running test. */
export function aHubForEachTest(): HubFixture {
  const fixture = {} as HubFixture;
  beforeEach(() => {
    Object.assign(fixture, { now: Date.parse('2026-11-20T08:00:00Z'), noted: [] });
    fixture.hub = new Hub(
      () => fixture.now,
      (revision) => fixture.noted.push(revision),
    );
    fixture.hub.reset(stateOf(10), eventsBetween(4, 10));
  });
  return fixture;
}

/** A reader of the hub's stream. */
export function open(hub: Hub, lastEventId: string | null = null): RecordingSink {
  const sink = new RecordingSink();
  hub.open(sink, lastEventId);
  return sink;
}
