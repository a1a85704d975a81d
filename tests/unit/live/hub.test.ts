import { describe, expect, it } from 'vitest';
import { aHubForEachTest, beatAll, open } from './hub-fixture';
import { RecordingSink } from './recording-sink';
import { eventOf, eventsBetween, stateOf } from './states';

const at = aHubForEachTest();

describe('a change', () => {
  it('reaches everyone in one chunk: each change in order, then the state', () => {
    const sinks = [open(at.hub), open(at.hub, '10')];
    for (const sink of sinks) sink.clear();
    at.hub.advance(stateOf(12), eventsBetween(10, 12));
    for (const sink of sinks) {
      expect(sink.chunks).toHaveLength(1);
      expect(sink.heard).toEqual(['page.updated 11', 'page.updated 12', '#12 12']);
    }
    expect(at.noted).toEqual([10, 12]);
  });

  it('that is known or older is not shown again', () => {
    const sink = open(at.hub, '10');
    at.hub.advance(stateOf(10), [eventOf(10)]);
    at.hub.advance(stateOf(9), [eventOf(9)]);
    expect(sink.heard).toEqual([]);
    expect(at.hub.revision).toBe(10);
  });

  it('that comes with some already shown is shown without those', () => {
    const sink = open(at.hub, '10');
    at.hub.advance(stateOf(12), eventsBetween(5, 12));
    expect(sink.heard).toEqual(['page.updated 11', 'page.updated 12', '#12 12']);
  });

  it('with others missing before it makes readers start afresh', () => {
    const sink = open(at.hub, '10');
    at.hub.advance(stateOf(13), [eventOf(13)]);
    expect(sink.heard).toEqual(['#13 13 reset']);
    expect(open(at.hub, '11').heard).toEqual(['#13 13 reset']);
    expect(open(at.hub, '12').heard).toEqual(['page.updated 13', '#13 13']);
  });
});

describe('a state that can not be checked', () => {
  it('is shown as stale once, with the time it was last known to hold, and clean when it holds again', () => {
    const sink = open(at.hub, '10');
    at.now += 5_000;
    at.hub.confirm();
    at.now += 5_000;
    at.hub.markStale();
    at.now += 5_000;
    at.hub.markStale();
    expect(sink.heard).toEqual(['# 10 stale']);
    expect(sink.text).toContain('"staleSince":"2026-11-20T08:00:05.000Z"');
    sink.clear();
    at.hub.confirm(stateOf(10));
    expect(sink.heard).toEqual(['#10 10']);
    expect(sink.text).not.toContain('stale');
  });

  it('is what newcomers get, without an id', () => {
    at.hub.markStale();
    expect(open(at.hub).heard).toEqual(['# 10 stale']);
    expect(open(at.hub, '10').heard).toEqual(['# 10 stale']);
  });

  it('is followed by the clean one for whoever was away when it came', () => {
    at.hub.markStale();
    at.hub.confirm(stateOf(10));
    expect(open(at.hub, '10').heard).toEqual(['#10 10']);
    at.hub.advance(stateOf(11), [eventOf(11)]);
    expect(open(at.hub, '11').heard).toEqual([]);
  });

  it('is clean again with the next change', () => {
    const sink = open(at.hub, '10');
    at.hub.markStale();
    at.hub.advance(stateOf(11), [eventOf(11)]);
    expect(sink.heard).toEqual(['# 10 stale', 'page.updated 11', '#11 11']);
  });
});

describe('other news', () => {
  it('time changes the state quietly', () => {
    const sink = open(at.hub, '10');
    at.hub.confirm({ ...stateOf(10), statusLabel: 'major_outage' });
    expect(sink.chunks).toHaveLength(1);
    expect(open(at.hub).text).toContain('"statusLabel":"major_outage"');
  });

  it('another log makes everyone start afresh', () => {
    const sink = open(at.hub, '10');
    at.hub.reset(stateOf(2), eventsBetween(0, 2));
    expect(sink.heard).toEqual(['#2 2 reset']);
    expect(open(at.hub, '1').heard).toEqual(['page.updated 2', '#2 2']);
  });

  it('what another program says is passed on and not kept', () => {
    const sink = open(at.hub, '10');
    at.hub.relay('data: {"statusLabel":"operational"}\n\n');
    expect(sink.heard).toEqual(['# outside']);
    expect(open(at.hub).heard).toEqual(['#10 10']);
  });

  it('a heartbeat tells the revision and the time', () => {
    const sink = open(at.hub, '10');
    sink.clear();
    beatAll(at.hub);
    expect(sink.text).toBe(
      ': heartbeat\n\nevent: ping\ndata: {"revision":10,"now":"2026-11-20T08:00:00.000Z"}\n\n',
    );
  });
});

describe('the end of a stream', () => {
  it('comes after 30 minutes at most and 24 at least', () => {
    const sinks = Array.from({ length: 50 }, () => open(at.hub, '10'));
    at.now += 24 * 60_000 - 15_000;
    beatAll(at.hub);
    expect(sinks.filter((sink) => sink.isClosed)).toEqual([]);
    at.now += 6 * 60_000;
    beatAll(at.hub);
    expect(sinks.every((sink) => sink.isClosed)).toBe(true);
    expect(at.hub.openSessions).toBe(0);
    expect(sinks[0]?.heard.at(-1)).toBe('done max-age');
  });

  it('is announced when the process stops', () => {
    const sink = open(at.hub, '10');
    void at.hub.closeAll(1_000, false);
    expect(sink.heard).toEqual(['done shutdown']);
    const spoken = /retry: (\d+)\nevent: done\ndata: \{"reason":"shutdown","retryMs":(\d+)\}\n\n$/.exec(
      sink.text,
    );
    expect(spoken?.[1]).toBe(spoken?.[2]);
    expect(sink.isClosed).toBe(true);
  });

  it.each([
    ['nobody else serves', true, 5_000],
    ['others serve', false, 0],
  ])('brings readers back once there is a door to knock at: %s', (_, isAlone, notBeforeMs) => {
    const sink = open(at.hub, '10');
    void at.hub.closeAll(5_000, isAlone);
    const retryMs = Number(/"retryMs":(\d+)/.exec(sink.text)?.[1]);
    expect(retryMs).toBeGreaterThanOrEqual(notBeforeMs + 2_000);
    expect(retryMs).toBeLessThanOrEqual(notBeforeMs + 4_000);
  });

  it('is what a reader gets who has stopped reading', () => {
    const slow = open(at.hub, '10');
    const quick = open(at.hub, '10');
    slow.queued = 256 * 1024 + 1;
    at.hub.advance(stateOf(11), [eventOf(11)]);
    expect(slow.heard).toEqual([]);
    expect(slow.isCut).toBe(true);
    expect(quick.heard).toEqual(['page.updated 11', '#11 11']);
    expect(at.hub.openSessions).toBe(1);
  });

  it('a reader that breaks while it is written to does not trouble the others', () => {
    const broken = open(at.hub, '10');
    const sink = open(at.hub, '10');
    broken.isClosed = true;
    at.hub.advance(stateOf(11), [eventOf(11)]);
    expect(sink.heard).toEqual(['page.updated 11', '#11 11']);
    expect(at.hub.openSessions).toBe(1);
  });

  it('a reader that leaves is forgotten', () => {
    const sink = new RecordingSink();
    at.hub.open(sink, { lastEventId: null, encoding: 'identity' })?.leave();
    expect(at.hub.openSessions).toBe(0);
    expect(sink.isClosed).toBe(true);
  });
});
