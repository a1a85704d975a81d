import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bus } from '@/lib/live/bus';
import { LiveRoom } from '@/lib/live/live-room';
import { FakeLog } from './fake-log';
import { RecordingSink } from './recording-sink';
import { eventOf, eventsBetween, stateOf } from './states';

/** A bus that keeps what is published, delivers on demand, and can be down. */
class FakeBus implements Bus {
  published: string[] = [];
  isDown = false;
  private listeners: ((text: string) => void)[] = [];
  private reconnects: (() => void)[] = [];

  publish = async (text: string) => {
    if (this.isDown) return false;
    this.published.push(text);
    this.deliver(text);
    return true;
  };
  onMessage = (listener: (text: string) => void) => void this.listeners.push(listener);
  onReconnect = (listener: () => void) => void this.reconnects.push(listener);
  isUp = () => !this.isDown;
  close = async () => {};

  deliver(message: unknown): void {
    const text = typeof message === 'string' ? message : JSON.stringify(message);
    for (const listener of this.listeners) listener(text);
  }

  reconnect(): void {
    for (const listener of this.reconnects) listener();
  }
}

let now: number;
let log: FakeLog;
let bus: FakeBus;
let warnings: object[];
let noted: number[];
let room: LiveRoom;

const change = (revision: number, after = revision - 1) => ({
  ...stateOf(revision),
  events: eventsBetween(after, revision),
});

function newRoom(): LiveRoom {
  return new LiveRoom({
    source: log,
    bus,
    heartbeatMs: 15_000,
    now: () => now,
    warn: (what) => warnings.push(what),
    onRevision: (revision) => noted.push(revision),
  });
}

function open(lastEventId: string | null = String(room.hub.revision), at = room): RecordingSink {
  const sink = new RecordingSink();
  at.open(sink, lastEventId);
  return sink;
}

/** Lets everything that is ready run. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(async () => {
  now = Date.parse('2026-11-20T08:00:00Z');
  log = new FakeLog();
  log.commit(10);
  bus = new FakeBus();
  warnings = [];
  noted = [];
  room = newRoom();
  await room.catchUp();
});

describe('a change committed here', () => {
  it('is shown here and then published with the change that led to it', async () => {
    const sink = open();
    await room.announce(log.commit());
    expect(sink.heard).toEqual(['page.updated 11', '#11 11']);
    expect(bus.published).toEqual([JSON.stringify(change(11))]);
    expect(noted).toEqual([10, 11]);
  });

  it('is shown here although the bus is down, and published with the next', async () => {
    const sink = open();
    bus.isDown = true;
    await room.announce(log.commit());
    expect(sink.heard).toEqual(['page.updated 11', '#11 11']);
    bus.isDown = false;
    await room.announce(log.commit());
    expect(bus.published).toEqual([JSON.stringify(change(12, 10))]);
  });

  it('is published alone where all that is pending would be too long', async () => {
    bus.isDown = true;
    const name = 'x'.repeat(200_000);
    for (let i = 0; i < 12; i += 1) {
      const revision = log.commit();
      log.events[revision - 1] = { ...eventOf(revision), payload: { page: { id: 'p', name } } };
      await room.announce(revision);
    }
    bus.isDown = false;
    await room.announce(log.commit());
    expect(bus.published).toEqual([JSON.stringify(change(23))]);
  });

  it('is shown once and in order, however many come at the same time', async () => {
    const sink = open();
    const announced = Array.from({ length: 200 }, async () => room.announce(log.commit()));
    await Promise.all(announced);
    expect(sink.heard.filter((word) => word.startsWith('page'))).toEqual(
      eventsBetween(10, 210).map(({ revision }) => `page.updated ${revision}`),
    );
    expect(sink.heard.at(-1)).toBe('#210 210');
    const told = bus.published.flatMap((text) =>
      JSON.parse(text).events.map((e: { revision: number }) => e.revision),
    );
    expect(Math.max(...told)).toBe(210);
    // Whoever asks while a read runs shares the next one.
    expect(log.asked.filter((what) => what === 'revision').length).toBeLessThan(10);
  });

  it('is not missed by a read that had begun before it', async () => {
    const sink = open();
    let release = () => {};
    log.gate = new Promise((resolve) => {
      release = resolve;
    });
    const running = room.catchUp();
    const announced = room.announce(log.commit());
    release();
    await Promise.all([running, announced]);
    expect(sink.heard).toEqual(['page.updated 11', '#11 11']);
  });

  it('does not hold up the answer when the log hangs', async () => {
    vi.useFakeTimers();
    log.gate = new Promise(() => {});
    const announced = room.announce(log.commit());
    await vi.advanceTimersByTimeAsync(3_000);
    await announced;
    vi.useRealTimers();
    expect(warnings).toHaveLength(1);
  });
});

describe('a message from another process', () => {
  it('that follows is shown at once, without asking the database', () => {
    const sink = open();
    log.asked = [];
    bus.deliver(change(11));
    expect(sink.heard).toEqual(['page.updated 11', '#11 11']);
    expect(log.asked).toEqual([]);
  });

  it('that holds several changes shows those that are new', () => {
    const sink = open();
    bus.deliver(change(12, 8));
    expect(sink.heard).toEqual(['page.updated 11', 'page.updated 12', '#12 12']);
  });

  it('that is known, or comes twice, is not shown again', () => {
    const sink = open();
    bus.deliver(change(10));
    bus.deliver(change(11));
    bus.deliver(change(11));
    bus.deliver(change(9));
    expect(sink.heard).toEqual(['page.updated 11', '#11 11']);
  });

  it('that does not follow is read up in the log', async () => {
    const sink = open();
    log.commit(3);
    bus.deliver(change(13));
    await vi.waitFor(() => expect(sink.heard.at(-1)).toBe('#13 13'));
    expect(sink.heard).toEqual(['page.updated 11', 'page.updated 12', 'page.updated 13', '#13 13']);
  });

  it.each([
    ['with a hole', { ...stateOf(13), events: [eventOf(11), eventOf(13)] }],
    ['whose events end before its state', { ...stateOf(13), events: [eventOf(11)] }],
    ['whose events end after its state', { ...stateOf(11), events: [eventOf(11), eventOf(12)] }],
    ['that is stale', { ...change(11), stale: true, staleSince: '2026-11-20T08:00:00.000Z' }],
  ])('%s is not believed', async (_, message) => {
    const sink = open();
    bus.deliver(message);
    await settle();
    expect(sink.heard).toEqual([]);
    expect(room.hub.revision).toBe(10);
  });

  it('that comes while the log is read is shown once', async () => {
    const sink = open();
    let release = () => {};
    log.gate = new Promise((resolve) => {
      release = resolve;
    });
    log.commit();
    const running = room.catchUp();
    bus.deliver(change(11));
    release();
    await running;
    expect(sink.heard).toEqual(['page.updated 11', '#11 11']);
  });

  it('is not published again', async () => {
    bus.deliver(change(11));
    log.commit(2);
    await room.announce(12);
    expect(bus.published).toEqual([JSON.stringify(change(12))]);
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
    const sink = open();
    sink.clear();
    bus.deliver(JSON.stringify(outside, null, 2));
    expect(sink.chunks).toEqual([`data: ${JSON.stringify(outside)}\n\n`]);
    expect(open(null).heard).toEqual(['#10 10']);
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
    const sink = open();
    bus.deliver(message);
    expect(sink.heard).toEqual([]);
    expect(warnings).toHaveLength(1);
    bus.deliver(change(11));
    expect(sink.heard).toEqual(['page.updated 11', '#11 11']);
  });

  it('malformed: a flood of it is one line in the log, which counts', () => {
    for (let i = 0; i < 100; i += 1) bus.deliver('{');
    expect(warnings).toHaveLength(1);
    now += 10_000;
    bus.deliver('{');
    expect(warnings).toEqual([
      expect.objectContaining({ dropped: 1 }),
      expect.objectContaining({ dropped: 100 }),
    ]);
  });
});

describe('what the bus has lost', () => {
  it('is found in the log at the next comparison', async () => {
    const sink = open();
    log.commit(2);
    await room.catchUp();
    expect(sink.heard).toEqual(['page.updated 11', 'page.updated 12', '#12 12']);
  });

  it('is asked for as soon as messages arrive again', async () => {
    const sink = open();
    log.commit();
    bus.reconnect();
    await vi.waitFor(() => expect(sink.heard).toEqual(['page.updated 11', '#11 11']));
  });

  it('when it is more than is kept, makes readers start afresh', async () => {
    const sink = open();
    log.commit(1_500);
    await room.catchUp();
    expect(sink.heard).toEqual(['#1510 1510 reset']);
    expect(open('1400').heard).toHaveLength(111);
  });
});

describe('a database that can not be asked', () => {
  it('makes the state stale, and its return makes it clean', async () => {
    const sink = open();
    log.isDown = true;
    await room.catchUp();
    await room.catchUp();
    log.isDown = false;
    await room.catchUp();
    expect(sink.heard).toEqual(['# 10 stale', '#10 10']);
    expect(warnings).toHaveLength(1);
  });

  it('that comes back with changes shows them and then the clean state', async () => {
    const sink = open();
    log.isDown = true;
    await room.catchUp();
    log.isDown = false;
    log.commit();
    await room.catchUp();
    expect(sink.heard).toEqual(['# 10 stale', 'page.updated 11', '#11 11']);
  });

  it('is asked once more before it counts as down', async () => {
    const sink = open();
    vi.spyOn(log, 'currentRevision').mockRejectedValueOnce(new Error('terminated'));
    await room.catchUp();
    expect(sink.heard).toEqual([]);
  });

  it('at boot leaves nothing to show, and heals by itself', async () => {
    log.isDown = true;
    const late = newRoom();
    await late.catchUp();
    expect(await late.isKnown()).toBe(false);
    expect(late.open(new RecordingSink(), null)).toBeNull();
    log.isDown = false;
    expect(await late.isKnown()).toBe(true);
    expect(open('9', late).heard).toEqual(['page.updated 10', '#10 10']);
  });

  it('at boot shows what the cache remembers', async () => {
    log.isDown = true;
    log.cached = stateOf(10);
    const late = newRoom();
    await late.catchUp();
    const sink = open(null, late);
    expect(sink.heard).toEqual(['# 10 stale']);
    log.isDown = false;
    await late.catchUp();
    expect(sink.heard).toEqual(['# 10 stale', '#10 10']);
  });

  it('restored to an earlier time makes everyone start afresh', async () => {
    const sink = open();
    log.events = log.events.slice(0, 4);
    await room.catchUp();
    expect(sink.heard).toEqual(['#4 4 reset']);
    // The cache is told before the snapshot is asked for.
    expect(noted).toEqual([10, 4, 4]);
    await room.announce(log.commit());
    expect(sink.heard).toEqual(['#4 4 reset', 'page.updated 5', '#5 5']);
    expect(bus.published).toEqual([JSON.stringify(change(5))]);
  });
});

describe('as time passes', () => {
  it('the state is read anew once a minute, for what leaves it by age', async () => {
    log.asked = [];
    now += 59_000;
    await room.catchUp();
    expect(log.asked).toEqual(['revision']);
    now += 1_000;
    await room.catchUp();
    expect(log.asked).toEqual(['revision', 'revision', 'snapshot']);
  });

  it('revisions are compared and hearts beat by themselves until the room closes', async () => {
    vi.useFakeTimers();
    await room.start();
    const sink = open();
    log.commit();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sink.heard).toEqual(['page.updated 11', '#11 11']);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sink.heard.at(-1)).toBe('ping 11');
    await room.close();
    expect(sink.heard.at(-1)).toBe('done shutdown');
    log.asked = [];
    await vi.advanceTimersByTimeAsync(60_000);
    expect(log.asked).toEqual([]);
    expect(room.open(new RecordingSink(), null)).toBeNull();
    vi.useRealTimers();
  });
});
