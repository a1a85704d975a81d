import { describe, expect, it, vi } from 'vitest';
import { aRoomForEachTest, changeTo, listen } from './room-fixture';
import { eventOf, stateOf } from './states';

const live = aRoomForEachTest();

/** Lets everything that is ready run. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('a message from another process', () => {
  it('that follows is shown at once, without asking the database', () => {
    const sink = listen(live.room);
    live.log.asked = [];
    live.bus.deliver(changeTo(11));
    expect(sink.heard).toEqual(['page.updated 11', '#11 11']);
    expect(live.log.asked).toEqual([]);
  });

  it('that holds several changes shows those that are new', () => {
    const sink = listen(live.room);
    live.bus.deliver(changeTo(12, 8));
    expect(sink.heard).toEqual(['page.updated 11', 'page.updated 12', '#12 12']);
  });

  it('that is known, or comes twice, is not shown again', () => {
    const sink = listen(live.room);
    live.bus.deliver(changeTo(10));
    live.bus.deliver(changeTo(11));
    live.bus.deliver(changeTo(11));
    live.bus.deliver(changeTo(9));
    expect(sink.heard).toEqual(['page.updated 11', '#11 11']);
  });

  it('that does not follow is read up in the log', async () => {
    const sink = listen(live.room);
    live.log.commit(3);
    live.bus.deliver(changeTo(13));
    await vi.waitFor(() => expect(sink.heard.at(-1)).toBe('#13 13'));
    expect(sink.heard).toEqual(['page.updated 11', 'page.updated 12', 'page.updated 13', '#13 13']);
  });

  it.each([
    ['with a hole', { ...stateOf(13), events: [eventOf(11), eventOf(13)] }],
    ['whose events end before its state', { ...stateOf(13), events: [eventOf(11)] }],
    ['whose events end after its state', { ...stateOf(11), events: [eventOf(11), eventOf(12)] }],
    ['that is stale', { ...changeTo(11), stale: true, staleSince: '2026-11-20T08:00:00.000Z' }],
  ])('%s is not believed', async (_, message) => {
    const sink = listen(live.room);
    live.bus.deliver(message);
    await settle();
    expect(sink.heard).toEqual([]);
    expect(live.room.hub.revision).toBe(10);
  });

  it('that comes while the log is read is shown once', async () => {
    const sink = listen(live.room);
    let release = () => {};
    live.log.gate = new Promise((resolve) => {
      release = resolve;
    });
    live.log.commit();
    const running = live.room.catchUp();
    live.bus.deliver(changeTo(11));
    release();
    await running;
    expect(sink.heard).toEqual(['page.updated 11', '#11 11']);
  });

  it('is not published again', async () => {
    live.bus.deliver(changeTo(11));
    live.log.commit(2);
    await live.room.announce(12);
    expect(live.bus.published).toEqual([JSON.stringify(changeTo(12))]);
  });
});

describe('what other programs publish', () => {
  const outside = {
    statusLabel: 'major_outage',
    services: [{ id: 'x', status: 'major_outage', note: 'é\u2028' }],
    incidents: [],
    extra: { deep: [1] },
  };

  it('reaches every stream as it came, without id, and is not kept', () => {
    const sink = listen(live.room);
    sink.clear();
    live.bus.deliver(JSON.stringify(outside, null, 2));
    expect(sink.chunks).toEqual([`data: ${JSON.stringify(outside)}\n\n`]);
    expect(listen(live.room, null).heard).toEqual(['#10 10']);
  });

  it.each([
    ['not JSON', '{'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['a word', '"status"'],
    ['no services', { statusLabel: 'operational', incidents: [] }],
    ['an unknown status', { ...outside, statusLabel: 'fine' }],
    ['a service without id', { ...outside, services: [{ status: 'operational' }] }],
    ['too much', `"${'x'.repeat(2 * 1024 * 1024)}"`],
  ])('malformed: %s is dropped and the stream goes on', (_, message) => {
    const sink = listen(live.room);
    live.bus.deliver(message);
    expect(sink.heard).toEqual([]);
    expect(live.warnings).toHaveLength(1);
    live.bus.deliver(changeTo(11));
    expect(sink.heard).toEqual(['page.updated 11', '#11 11']);
  });

  it('malformed: a flood of it is one line in the live.log, which counts', () => {
    for (let i = 0; i < 100; i += 1) live.bus.deliver('{');
    expect(live.warnings).toHaveLength(1);
    live.now += 10_000;
    live.bus.deliver('{');
    expect(live.warnings).toEqual([
      expect.objectContaining({ dropped: 1 }),
      expect.objectContaining({ dropped: 100 }),
    ]);
  });
});
