import { describe, expect, it, vi } from 'vitest';
import { aRoomForEachTest, changeTo, listen } from './room-fixture';
import { eventOf, eventsBetween } from './states';

const live = aRoomForEachTest();

describe('a change committed here', () => {
  it('is shown here and then published with the change that led to it', async () => {
    const sink = listen(live.room);
    await live.room.announce(live.log.commit());
    expect(sink.heard).toEqual(['page.updated 11', '#11 11']);
    expect(live.bus.published).toEqual([JSON.stringify(changeTo(11))]);
    expect(live.noted).toEqual([10, 11]);
  });

  it('is shown here although the bus is down, and published with the next', async () => {
    const sink = listen(live.room);
    live.bus.isDown = true;
    await live.room.announce(live.log.commit());
    expect(sink.heard).toEqual(['page.updated 11', '#11 11']);
    live.bus.isDown = false;
    await live.room.announce(live.log.commit());
    expect(live.bus.published).toEqual([JSON.stringify(changeTo(12, 10))]);
  });

  it('is published alone where all that is pending would be too long', async () => {
    live.bus.isDown = true;
    const name = 'x'.repeat(200_000);
    for (let i = 0; i < 12; i += 1) {
      const revision = live.log.commit();
      live.log.events[revision - 1] = { ...eventOf(revision), payload: { page: { id: 'p', name } } };
      await live.room.announce(revision);
    }
    live.bus.isDown = false;
    await live.room.announce(live.log.commit());
    expect(live.bus.published).toEqual([JSON.stringify(changeTo(23))]);
  });

  it('is shown once and in order, however many come at the same time', async () => {
    const sink = listen(live.room);
    const announced = Array.from({ length: 200 }, async () => live.room.announce(live.log.commit()));
    await Promise.all(announced);
    expect(sink.heard.filter((word) => word.startsWith('page'))).toEqual(
      eventsBetween(10, 210).map(({ revision }) => `page.updated ${revision}`),
    );
    expect(sink.heard.at(-1)).toBe('#210 210');
    const told = live.bus.published.flatMap((text) =>
      JSON.parse(text).events.map((e: { revision: number }) => e.revision),
    );
    expect(Math.max(...told)).toBe(210);
    // Whoever asks while a read runs shares the next one.
    expect(live.log.asked.filter((what) => what === 'revision').length).toBeLessThan(10);
  });

  it('is not missed by a read that had begun before it', async () => {
    const sink = listen(live.room);
    let release = () => {};
    live.log.gate = new Promise((resolve) => {
      release = resolve;
    });
    const running = live.room.catchUp();
    const announced = live.room.announce(live.log.commit());
    release();
    await Promise.all([running, announced]);
    expect(sink.heard).toEqual(['page.updated 11', '#11 11']);
  });

  it('does not hold up the answer when the log hangs', async () => {
    vi.useFakeTimers();
    live.log.gate = new Promise(() => {});
    const announced = live.room.announce(live.log.commit());
    await vi.advanceTimersByTimeAsync(3_000);
    await announced;
    vi.useRealTimers();
    expect(live.warnings).toHaveLength(1);
  });
});
