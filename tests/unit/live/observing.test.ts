import { describe, expect, it } from 'vitest';
import { observedInEachTest } from './recording-observer';
import { aRoomForEachTest, listen } from './room-fixture';

const at = aRoomForEachTest();
const seen = observedInEachTest();

describe('whoever counts', () => {
  it.each([
    ['new', null],
    ['current', '10'],
    ['replay', '9'],
    ['reset', '99'],
  ])('is told how a stream begins: %s', (kind, lastEventId) => {
    listen(at.room, lastEventId);
    expect(seen.told).toContain(`resumed ${kind}`);
  });

  it('is told of messages that could not be read', () => {
    at.bus.deliver('{');
    expect(seen.told).toEqual(['malformed']);
  });

  it('reads off the gauges', () => {
    const sink = listen(at.room);
    sink.queued = 7;
    listen(at.room);
    at.bus.isDown = true;
    expect(at.room.gauges).toEqual({ openSessions: 2, queuedBytes: 7, revision: 10, isBusUp: false });
  });
});
