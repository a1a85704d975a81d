import { describe, expect, it } from 'vitest';
import { Hub, keptEvents } from '@/lib/live/hub';
import { aHubForEachTest, heartbeatMs, open } from './hub-fixture';
import { RecordingSink } from './recording-sink';
import { eventOf, eventsBetween, stateOf } from './states';

const at = aHubForEachTest();

describe('how a stream begins', () => {
  it('opens nothing before anything is known', () => {
    const empty = new Hub({ now: () => at.now, heartbeatMs, onRevision: () => {} });
    const arrival = { lastEventId: null, encoding: 'identity' } as const;
    expect(empty.open(new RecordingSink(), arrival)).toBeNull();
    expect(empty.openSessions).toBe(0);
  });

  it('says at once that it is open and when to come back', () => {
    const retry = /^retry: (\d+)\n: connected\n\n$/.exec(open(at.hub).chunks[0] ?? '')?.[1];
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
    expect(open(at.hub, lastEventId).heard).toEqual(heard);
  });

  it('replays from the very beginning where nothing was ever trimmed', () => {
    at.hub.reset(stateOf(3), eventsBetween(0, 3));
    expect(open(at.hub, '0').heard).toEqual(['page.updated 1', 'page.updated 2', 'page.updated 3', '#3 3']);
  });

  it('replays a change that came while the reader was away', () => {
    at.hub.advance(stateOf(12), eventsBetween(10, 12));
    expect(open(at.hub, '10').heard).toEqual(['page.updated 11', 'page.updated 12', '#12 12']);
  });

  it('remembers a thousand changes at least', () => {
    for (let revision = 11; revision <= 5_000; revision += 1)
      at.hub.advance(stateOf(revision), [eventOf(revision)]);
    expect(open(at.hub, String(5_000 - keptEvents)).heard).toHaveLength(keptEvents + 1);
    expect(open(at.hub, '10').heard).toEqual(['#5000 5000 reset']);
  });

  it('does not replay across a hole in the log', () => {
    at.hub.reset(stateOf(10), [eventOf(5), eventOf(6), eventOf(9), eventOf(10)]);
    expect(open(at.hub, '8').heard).toEqual(['page.updated 9', 'page.updated 10', '#10 10']);
    expect(open(at.hub, '6').heard).toEqual(['#10 10 reset']);
  });

  it('has no replay where the log ends before the state', () => {
    at.hub.reset(stateOf(10), [eventOf(5), eventOf(6)]);
    expect(open(at.hub, '6').heard).toEqual(['#10 10 reset']);
    expect(open(at.hub, '10').heard).toEqual([]);
  });
});
