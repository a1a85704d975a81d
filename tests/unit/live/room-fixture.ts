import { beforeEach } from 'vitest';
import type { PublishedChange } from '@/lib/contracts/live-event';
import { LiveRoom } from '@/lib/live/live-room';
import type { StreamCapsOptions } from '@/lib/live/stream-caps';
import { FakeBus } from './fake-bus';
import { FakeLog } from './fake-log';
import { RecordingSink } from './recording-sink';
import { eventsBetween, stateOf } from './states';

/** What a test of the live room has at hand: a room at revision 10 before each, and what it is told and tells. */
export type RoomFixture = {
  now: number;
  log: FakeLog;
  bus: FakeBus;
  room: LiveRoom;
  warnings: object[];
  noted: number[];
};

/** Gives each test of the file a fresh room. The fields are those of the running test. */
export function aRoomForEachTest(): RoomFixture {
  const fixture = {} as RoomFixture;
  beforeEach(async () => {
    const log = new FakeLog();
    log.commit(10);
    Object.assign(fixture, { now: Date.parse('2026-11-20T08:00:00Z'), log, bus: new FakeBus() });
    Object.assign(fixture, { warnings: [], noted: [] });
    fixture.room = newRoom(fixture);
    await fixture.room.catchUp();
  });
  return fixture;
}

/** Someone who has the page open for the first time. */
export const newcomer = { lastEventId: null, encoding: 'identity', addressKey: 'someone' } as const;

/** Any number of streams. */
export const noCaps = { perAddress: 0, total: Number.POSITIVE_INFINITY };

/** Another room on the same log and bus, which knows nothing yet. */
export function newRoom(fixture: RoomFixture, caps: StreamCapsOptions = noCaps): LiveRoom {
  return new LiveRoom({
    source: fixture.log,
    bus: fixture.bus,
    heartbeatMs: 15_000,
    caps,
    now: () => fixture.now,
    warn: (what) => fixture.warnings.push(what),
    onRevision: (revision) => fixture.noted.push(revision),
  });
}

/** A reader of the room's stream; without an id it brings the room's revision, so that it hears what is new alone. */
export function listen(
  room: LiveRoom,
  lastEventId: string | null = String(room.hub.revision),
): RecordingSink {
  const sink = new RecordingSink();
  room.open(sink, { ...newcomer, lastEventId });
  return sink;
}

/** What a process publishes at `revision` to those who know `after`. */
export function changeTo(revision: number, after = revision - 1): PublishedChange {
  return { ...stateOf(revision), events: eventsBetween(after, revision) };
}
