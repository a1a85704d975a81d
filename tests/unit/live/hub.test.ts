import { beforeEach, describe, expect, it } from 'vitest';
import { Hub, keptEvents } from '@/lib/live/hub';
import { RecordingSink } from './recording-sink';
import { eventOf, eventsBetween, stateOf } from './states';

let now = 0;
let heardRevisions: number[] = [];
let hub: Hub;

function open(lastEventId: string | null = null, to: Hub = hub): RecordingSink {
  const sink = new RecordingSink();
  to.open(sink, lastEventId);
  return sink;
}

beforeEach(() => {
  now = Date.parse('2026-11-20T08:00:00Z');
  heardRevisions = [];
  hub = new Hub(
    () => now,
    (revision) => heardRevisions.push(revision),
  );
  hub.reset(stateOf(10), eventsBetween(4, 10));
});

describe('how a stream begins', () => {
  it('opens nothing before anything is known', () => {
    const empty = new Hub(
      () => now,
      () => {},
    );
    expect(empty.open(new RecordingSink(), null)).toBeNull();
    expect(empty.openSessions).toBe(0);
  });

  it('says at once that it is open and when to come back', () => {
    const retry = /^retry: (\d+)\n: connected\n\n$/.exec(open().chunks[0] ?? '')?.[1];
    expect(Number(retry)).toBeGreaterThanOrEqual(2000);
    expect(Number(retry)).toBeLessThanOrEqual(4000);
  });

  it.each([
    ['a new reader: the state', null, ['#10 10']],
    ['an empty id: the state', '', ['#10 10']],
    ['up to date: nothing', '10', []],
    ['one behind: the change, then the state', '9', ['page.updated 10', '#10 10']],
    [
      'as old as can be told',
      '4',
      [...eventsBetween(4, 10).map((e) => `page.updated ${e.revision}`), '#10 10'],
    ],
    ['too old', '3', ['#10 10 reset']],
    ['ahead of the server', '11', ['#10 10 reset']],
    ['malformed: letters', 'abc', ['#10 10 reset']],
    ['malformed: a sign', '-1', ['#10 10 reset']],
    ['malformed: a fraction', '9.5', ['#10 10 reset']],
    ['malformed: a leading zero', '09', ['#10 10 reset']],
    ['malformed: another notation', '1e1', ['#10 10 reset']],
    ['malformed: too long', '9'.repeat(400), ['#10 10 reset']],
  ])('%s', (_, lastEventId, heard) => {
    expect(open(lastEventId).heard).toEqual(heard);
  });

  it('replays from the very beginning where nothing was ever trimmed', () => {
    hub.reset(stateOf(3), eventsBetween(0, 3));
    expect(open('0').heard).toEqual(['page.updated 1', 'page.updated 2', 'page.updated 3', '#3 3']);
  });

  it('replays a change that came while the reader was away', () => {
    hub.advance(stateOf(12), eventsBetween(10, 12));
    expect(open('10').heard).toEqual(['page.updated 11', 'page.updated 12', '#12 12']);
  });

  it('remembers a thousand changes at least', () => {
    for (let revision = 11; revision <= 5_000; revision += 1)
      hub.advance(stateOf(revision), [eventOf(revision)]);
    expect(open(String(5_000 - keptEvents)).heard).toHaveLength(keptEvents + 1);
    expect(open('10').heard).toEqual(['#5000 5000 reset']);
  });

  it('does not replay across a hole in the log', () => {
    hub.reset(stateOf(10), [eventOf(5), eventOf(6), eventOf(9), eventOf(10)]);
    expect(open('8').heard).toEqual(['page.updated 9', 'page.updated 10', '#10 10']);
    expect(open('6').heard).toEqual(['#10 10 reset']);
  });

  it('has no replay where the log ends before the state', () => {
    hub.reset(stateOf(10), [eventOf(5), eventOf(6)]);
    expect(open('6').heard).toEqual(['#10 10 reset']);
    expect(open('10').heard).toEqual([]);
  });
});

describe('a change', () => {
  it('reaches everyone in one chunk: each change in order, then the state', () => {
    const sinks = [open(), open('10')];
    for (const sink of sinks) sink.clear();
    hub.advance(stateOf(12), eventsBetween(10, 12));
    for (const sink of sinks) {
      expect(sink.chunks).toHaveLength(1);
      expect(sink.heard).toEqual(['page.updated 11', 'page.updated 12', '#12 12']);
    }
    expect(heardRevisions).toEqual([10, 12]);
  });

  it('that is known or older is not shown again', () => {
    const sink = open('10');
    hub.advance(stateOf(10), [eventOf(10)]);
    hub.advance(stateOf(9), [eventOf(9)]);
    expect(sink.heard).toEqual([]);
    expect(hub.revision).toBe(10);
  });

  it('that comes with some already shown is shown without those', () => {
    const sink = open('10');
    hub.advance(stateOf(12), eventsBetween(5, 12));
    expect(sink.heard).toEqual(['page.updated 11', 'page.updated 12', '#12 12']);
  });

  it('with others missing before it makes readers start afresh', () => {
    const sink = open('10');
    hub.advance(stateOf(13), [eventOf(13)]);
    expect(sink.heard).toEqual(['#13 13 reset']);
    expect(open('11').heard).toEqual(['#13 13 reset']);
    expect(open('12').heard).toEqual(['page.updated 13', '#13 13']);
  });
});

describe('a state that can not be checked', () => {
  it('is shown as stale once, with the time it was last known to hold, and clean when it holds again', () => {
    const sink = open('10');
    now += 5_000;
    hub.confirm();
    now += 5_000;
    hub.markStale();
    now += 5_000;
    hub.markStale();
    expect(sink.heard).toEqual(['# 10 stale']);
    expect(sink.text).toContain('"staleSince":"2026-11-20T08:00:05.000Z"');
    sink.clear();
    hub.confirm(stateOf(10));
    expect(sink.heard).toEqual(['#10 10']);
    expect(sink.text).not.toContain('stale');
  });

  it('is what newcomers get, without an id', () => {
    hub.markStale();
    expect(open().heard).toEqual(['# 10 stale']);
    expect(open('10').heard).toEqual(['# 10 stale']);
  });

  it('is followed by the clean one for whoever was away when it came', () => {
    hub.markStale();
    hub.confirm(stateOf(10));
    expect(open('10').heard).toEqual(['#10 10']);
    hub.advance(stateOf(11), [eventOf(11)]);
    expect(open('11').heard).toEqual([]);
  });

  it('is clean again with the next change', () => {
    const sink = open('10');
    hub.markStale();
    hub.advance(stateOf(11), [eventOf(11)]);
    expect(sink.heard).toEqual(['# 10 stale', 'page.updated 11', '#11 11']);
  });
});

describe('other news', () => {
  it('time changes the state quietly', () => {
    const sink = open('10');
    hub.confirm({ ...stateOf(10), statusLabel: 'major_outage' });
    expect(sink.chunks).toHaveLength(1);
    expect(open().text).toContain('"statusLabel":"major_outage"');
  });

  it('another log makes everyone start afresh', () => {
    const sink = open('10');
    hub.reset(stateOf(2), eventsBetween(0, 2));
    expect(sink.heard).toEqual(['#2 2 reset']);
    expect(open('1').heard).toEqual(['page.updated 2', '#2 2']);
  });

  it('what another program says is passed on and not kept', () => {
    const sink = open('10');
    hub.relay('data: {"statusLabel":"operational"}\n\n');
    expect(sink.heard).toEqual(['# outside']);
    expect(open().heard).toEqual(['#10 10']);
  });

  it('a heartbeat tells the revision and the time', () => {
    const sink = open('10');
    sink.clear();
    hub.heartbeat(15_000);
    expect(sink.text).toBe(
      ': heartbeat\n\nevent: ping\ndata: {"revision":10,"now":"2026-11-20T08:00:00.000Z"}\n\n',
    );
  });
});

describe('the end of a stream', () => {
  it('comes after 30 minutes at most and 24 at least', () => {
    const sinks = Array.from({ length: 50 }, () => open('10'));
    now += 24 * 60_000 - 15_000;
    hub.heartbeat(15_000);
    expect(sinks.filter((sink) => sink.isClosed)).toEqual([]);
    now += 6 * 60_000;
    hub.heartbeat(15_000);
    expect(sinks.every((sink) => sink.isClosed)).toBe(true);
    expect(hub.openSessions).toBe(0);
    expect(sinks[0]?.heard.at(-1)).toBe('done max-age');
  });

  it('is announced when the process stops', () => {
    const sink = open('10');
    hub.closeAll();
    expect(sink.heard).toEqual(['done shutdown']);
    const spoken = /retry: (\d+)\nevent: done\ndata: \{"reason":"shutdown","retryMs":(\d+)\}\n\n$/.exec(
      sink.text,
    );
    expect(spoken?.[1]).toBe(spoken?.[2]);
    expect(sink.isClosed).toBe(true);
  });

  it('is what a reader gets who has stopped reading', () => {
    const slow = open('10');
    const quick = open('10');
    slow.queued = 256 * 1024 + 1;
    hub.advance(stateOf(11), [eventOf(11)]);
    expect(slow.heard).toEqual(['done slow']);
    expect(slow.isClosed).toBe(true);
    expect(quick.heard).toEqual(['page.updated 11', '#11 11']);
    expect(hub.openSessions).toBe(1);
  });

  it('a reader that breaks while it is written to does not trouble the others', () => {
    const broken = open('10');
    const sink = open('10');
    broken.isClosed = true;
    hub.advance(stateOf(11), [eventOf(11)]);
    expect(sink.heard).toEqual(['page.updated 11', '#11 11']);
    expect(hub.openSessions).toBe(1);
  });

  it('a reader that leaves is forgotten', () => {
    const sink = new RecordingSink();
    hub.open(sink, null)?.leave();
    expect(hub.openSessions).toBe(0);
    expect(sink.isClosed).toBe(true);
  });
});
