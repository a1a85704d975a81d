import { describe, expect, it, vi } from 'vitest';
import { RecordingSink } from './recording-sink';
import { aRoomForEachTest, changeTo, listen, newcomer, newRoom } from './room-fixture';
import { stateOf } from './states';

const live = aRoomForEachTest();

describe('what the bus has lost', () => {
  it('is found in the log at the next comparison', async () => {
    const sink = listen(live.room);
    live.log.commit(2);
    await live.room.catchUp();
    expect(sink.heard).toEqual(['page.updated 11', 'page.updated 12', '#12 12']);
  });

  it('is asked for as soon as messages arrive again', async () => {
    const sink = listen(live.room);
    live.log.commit();
    live.bus.reconnect();
    await vi.waitFor(() => expect(sink.heard).toEqual(['page.updated 11', '#11 11']));
  });

  it('when it is more than is kept, makes readers start afresh', async () => {
    const sink = listen(live.room);
    live.log.commit(1_500);
    await live.room.catchUp();
    expect(sink.heard).toEqual(['#1510 1510 reset']);
    expect(listen(live.room, '1400').heard).toHaveLength(111);
  });
});

describe('a database that can not be asked', () => {
  it('makes the state stale, and its return makes it clean', async () => {
    const sink = listen(live.room);
    live.log.isDown = true;
    await live.room.catchUp();
    await live.room.catchUp();
    live.log.isDown = false;
    await live.room.catchUp();
    expect(sink.heard).toEqual(['# 10 stale', '#10 10']);
    expect(live.warnings).toHaveLength(1);
  });

  it('that comes back with changes shows them and then the clean state', async () => {
    const sink = listen(live.room);
    live.log.isDown = true;
    await live.room.catchUp();
    live.log.isDown = false;
    live.log.commit();
    await live.room.catchUp();
    expect(sink.heard).toEqual(['# 10 stale', 'page.updated 11', '#11 11']);
  });

  it('is asked once more before it counts as down', async () => {
    const sink = listen(live.room);
    vi.spyOn(live.log, 'currentRevision').mockRejectedValueOnce(new Error('terminated'));
    await live.room.catchUp();
    expect(sink.heard).toEqual([]);
  });

  it('at boot leaves nothing to show, and heals by itself', async () => {
    live.log.isDown = true;
    const late = newRoom(live);
    await late.catchUp();
    expect(await late.isKnown()).toBe(false);
    expect(late.open(new RecordingSink(), newcomer)).toBeNull();
    live.log.isDown = false;
    expect(await late.isKnown()).toBe(true);
    expect(listen(late, '9').heard).toEqual(['page.updated 10', '#10 10']);
  });

  it('at boot shows what the cache remembers', async () => {
    live.log.isDown = true;
    live.log.cached = stateOf(10);
    const late = newRoom(live);
    await late.catchUp();
    const sink = listen(late, null);
    expect(sink.heard).toEqual(['# 10 stale']);
    live.log.isDown = false;
    await late.catchUp();
    expect(sink.heard).toEqual(['# 10 stale', '#10 10']);
  });

  it('restored to an earlier time makes everyone start afresh', async () => {
    const sink = listen(live.room);
    live.log.events = live.log.events.slice(0, 4);
    await live.room.catchUp();
    expect(sink.heard).toEqual(['#4 4 reset']);
    // The cache is told before the snapshot is asked for.
    expect(live.noted).toEqual([10, 4, 4]);
    await live.room.announce(live.log.commit());
    expect(sink.heard).toEqual(['#4 4 reset', 'page.updated 5', '#5 5']);
    expect(live.bus.published).toEqual([JSON.stringify(changeTo(5))]);
  });
});

describe('as time passes', () => {
  it('the state is read anew once a minute, for what leaves it by age', async () => {
    live.log.asked = [];
    live.now += 59_000;
    await live.room.catchUp();
    expect(live.log.asked).toEqual(['revision']);
    live.now += 1_000;
    await live.room.catchUp();
    expect(live.log.asked).toEqual(['revision', 'revision', 'snapshot']);
  });

  it('revisions are compared and hearts beat by themselves until the room closes', async () => {
    vi.useFakeTimers();
    await live.room.start();
    const sink = listen(live.room);
    live.log.commit();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sink.heard).toEqual(['page.updated 11', '#11 11']);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sink.heard.at(-1)).toBe('ping 11');
    await live.room.close(true);
    expect(sink.heard.at(-1)).toBe('done shutdown');
    live.log.asked = [];
    await vi.advanceTimersByTimeAsync(60_000);
    expect(live.log.asked).toEqual([]);
    expect(live.room.open(new RecordingSink(), newcomer)).toBeNull();
    vi.useRealTimers();
  });
});
