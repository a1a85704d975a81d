import { describe, expect, it } from 'vitest';
import { streamCapacity } from '@/lib/live/stream-capacity';
import { StreamCaps } from '@/lib/live/stream-caps';
import { RecordingSink } from './recording-sink';
import { aRoomForEachTest, newcomer, newRoom } from './room-fixture';

const at = aRoomForEachTest();
const GB = 1024 ** 3;

describe('how many streams may be open', () => {
  it('from one address: so many, and again one when one has gone', () => {
    const caps = new StreamCaps({ perAddress: 2, total: 100 });
    const giveBack = caps.take('a');
    caps.take('a');
    expect([caps.refusal('a'), caps.refusal('b')]).toEqual(['address', null]);
    giveBack();
    expect(caps.refusal('a')).toBeNull();
  });

  it('in all: so many, whoever they are', () => {
    const caps = new StreamCaps({ perAddress: 0, total: 3 });
    const giveBack = [caps.take('a'), caps.take('a'), caps.take('b')];
    expect(caps.refusal('c')).toBe('full');
    giveBack[0]?.();
    expect(caps.refusal('c')).toBeNull();
  });

  it('counts a stream until it is closed, whoever closed it', async () => {
    const room = newRoom(at, { perAddress: 1, total: 100 });
    await room.catchUp();
    const { addressKey } = newcomer;
    const session = room.open(new RecordingSink(), newcomer);
    expect(room.refusal(addressKey)).toBe('address');
    session?.leave();
    session?.leave();
    expect(room.refusal(addressKey)).toBeNull();
    room.open(new RecordingSink(), newcomer)?.finish('max-age');
    expect(room.refusal(addressKey)).toBeNull();
  });

  it('is by itself what memory and open files allow', () => {
    expect(streamCapacity({ memoryBytes: 4 * GB, openFiles: 1_000_000 })).toBe(28_672);
    expect(streamCapacity({ memoryBytes: 64 * GB, openFiles: 20_000 })).toBe(19_488);
    expect(streamCapacity({ memoryBytes: GB / 4, openFiles: 256 })).toBe(100);
    expect(streamCapacity()).toBeGreaterThanOrEqual(100);
  });
});
