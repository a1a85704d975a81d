import { describe, expect, it } from 'vitest';
import { behindBytes, slowBytes, stalledMs } from '@/lib/live/session';
import { aHubForEachTest, beatAll } from './hub-fixture';
import { observedInEachTest } from './recording-observer';
import { RecordingSink } from './recording-sink';
import { eventOf, stateOf } from './states';

const at = aHubForEachTest();
const seen = observedInEachTest();

function reader() {
  const sink = new RecordingSink();
  const session = at.hub.open(sink, { lastEventId: '10', encoding: 'identity' });
  return { sink, drained: () => session?.drained() };
}
const publish = (revision: number) => at.hub.advance(stateOf(revision), [eventOf(revision)]);

describe('a slow reader', () => {
  it('is skipped while more than 64 KB wait for it, and gets the newest state alone once it has taken them', () => {
    const { sink, drained } = reader();
    sink.queued = behindBytes + 1;
    publish(11);
    sink.queued = behindBytes;
    publish(12);
    drained();
    expect(sink.heard).toEqual([]);
    sink.queued = 0;
    drained();
    expect(sink.heard).toEqual(['#12 12 reset']);
    publish(13);
    expect(sink.heard.slice(1)).toEqual(['page.updated 13', '#13 13']);
    expect(seen.told.filter((line) => line === 'skippedAhead')).toHaveLength(1);
  });

  it('is cut off when more than 256 KB wait', () => {
    const { sink } = reader();
    sink.queued = slowBytes + 1;
    publish(11);
    expect(sink.isCut).toBe(true);
    expect(at.hub.openSessions).toBe(0);
    expect(seen.told).toContain('closed slow');
  });

  it('is not cut off for one long message that is still on its way', () => {
    const { sink } = reader();
    at.hub.relay(`data: ${'x'.repeat(slowBytes * 2)}\n\n`);
    sink.queued = slowBytes * 2;
    publish(11);
    expect(sink.isCut).toBe(false);
  });
});

describe('a reader that has stopped reading', () => {
  it('is cut off at a heartbeat, half a minute after it took something for the last time', () => {
    const { sink } = reader();
    sink.queued = 2_000;
    sink.isStuck = true;
    beatAll(at.hub);
    at.now += stalledMs - 1;
    beatAll(at.hub);
    expect(sink.isCut).toBe(false);
    at.now += 1;
    beatAll(at.hub);
    expect(sink.isCut).toBe(true);
    expect(seen.told).toContain('closed stuck');
  });

  it('stays as long as it takes a little', () => {
    const { sink } = reader();
    sink.queued = 50_000;
    sink.isStuck = true;
    beatAll(at.hub);
    for (let i = 0; i < 10; i += 1) {
      at.now += stalledMs - 1;
      sink.queued -= 1_000;
      beatAll(at.hub);
    }
    expect(sink.isCut).toBe(false);
  });

  it('and does not take its goodbye is cut off, too', () => {
    const { sink } = reader();
    void at.hub.closeAll(1_000, false);
    expect([sink.isClosed, sink.isCut]).toEqual([true, false]);
    at.now += 5_000;
    at.hub.beat();
    expect(sink.isCut).toBe(true);
  });
});

describe('hearts', () => {
  it('beat once in the time between two heartbeats for each, and never for all at once', () => {
    const sinks = Array.from({ length: 600 }, () => reader().sink);
    for (const sink of sinks) sink.clear();
    const beats: number[] = [];
    for (let slot = 0; slot < 15_000 / at.hub.beatsEveryMs; slot += 1) {
      const before = sinks.filter(({ chunks }) => chunks.length > 0).length;
      at.hub.beat();
      beats.push(sinks.filter(({ chunks }) => chunks.length > 0).length - before);
    }
    expect(Math.max(...beats)).toBe(10);
    expect(sinks.every(({ heard }) => heard.join() === 'ping 10')).toBe(true);
  });
});
