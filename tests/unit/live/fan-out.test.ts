import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchSize } from '@/lib/live/fan-out';
import { Hub } from '@/lib/live/hub';
import { beatAll, heartbeatMs, open } from './hub-fixture';
import { observedInEachTest } from './recording-observer';
import { RecordingSink } from './recording-sink';
import { eventOf, eventsBetween, stateOf } from './states';

const seen = observedInEachTest();

/** A hub at revision 10 that waits with the rest of a fan-out until it is told. */
function pausingHub() {
  const rest: (() => void)[] = [];
  const options = { now: () => 0, heartbeatMs, onRevision: () => {} };
  const hub = new Hub({ ...options, later: (more) => rest.push(more) });
  hub.reset(stateOf(10), eventsBetween(4, 10));
  const goOn = () => rest.shift()?.();
  const publish = (revision = hub.revision + 1) => hub.advance(stateOf(revision), [eventOf(revision)]);
  return { hub, goOn, publish, isPausing: () => rest.length > 0 };
}

const readers = (hub: Hub, count: number) =>
  Array.from({ length: count }, () => open(hub, `${hub.revision}`));

describe('a change for more readers than one batch', () => {
  it('reaches the first batch at once, and the others after a pause', () => {
    const { hub, goOn, publish, isPausing } = pausingHub();
    const sinks = readers(hub, batchSize * 2 + 1);
    publish();
    const told = () => sinks.filter(({ heard }) => heard.length === 2).length;
    expect(told()).toBe(batchSize);
    goOn();
    expect(told()).toBe(batchSize * 2);
    goOn();
    expect(told()).toBe(sinks.length);
    expect(isPausing()).toBe(false);
    expect(seen.told.filter((line) => line.startsWith('fanOut')).at(-1)).toMatch(/ 1001$/);
  });

  it('that is followed by another meanwhile reaches the later ones with it, and the newest state alone', () => {
    const { hub, goOn, publish, isPausing } = pausingHub();
    const sinks = readers(hub, batchSize + 1);
    publish();
    publish();
    while (isPausing()) goOn();
    expect(sinks[0]?.heard).toEqual(['page.updated 11', '#11 11', 'page.updated 12', '#12 12']);
    expect(sinks.at(-1)?.heard).toEqual(['page.updated 11', 'page.updated 12', '#12 12']);
    expect(sinks.at(-1)?.chunks).toHaveLength(2);
  });

  it('is not told again to whoever comes meanwhile', () => {
    const { hub, goOn, publish, isPausing } = pausingHub();
    readers(hub, batchSize + 1);
    publish();
    const late = open(hub);
    while (isPausing()) goOn();
    expect(late.heard).toEqual(['#11 11']);
  });

  it('reaches a reader before a heartbeat that names it', () => {
    const { hub, publish } = pausingHub();
    const last = readers(hub, batchSize + 1).at(-1);
    publish();
    beatAll(hub);
    expect(last?.heard).toEqual(['page.updated 11', '#11 11', 'ping 11']);
  });

  it('that starts everything afresh is not undone by the next', () => {
    const { hub, goOn, publish, isPausing } = pausingHub();
    const last = readers(hub, batchSize + 1).at(-1);
    publish();
    hub.reset(stateOf(2), eventsBetween(0, 2));
    publish(3);
    while (isPausing()) goOn();
    expect(last?.heard).toEqual(['#3 3 reset']);
  });

  it('keeps the order of what others publish', () => {
    const { hub, goOn, publish, isPausing } = pausingHub();
    const last = readers(hub, batchSize + 1).at(-1);
    publish();
    hub.relay('data: {}\n\n');
    publish();
    hub.relay('data: {}\n\n');
    while (isPausing()) goOn();
    expect(last?.heard).toEqual(['page.updated 11', '# outside', 'page.updated 12', '#12 12', '# outside']);
  });
});

describe('whatever happens in whatever order', () => {
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.constant('publish') },
    { weight: 3, arbitrary: fc.constant('go on') },
    fc.constantFrom('open', 'resume', 'leave', 'beat', 'fall behind', 'catch up'),
  );

  it('every reader hears each change once and in order, and ends at the newest state', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { hub, goOn, publish, isPausing } = pausingHub();
        const crowd = readers(hub, batchSize);
        const watched: { sink: RecordingSink; leave(): void; drained(): void }[] = [];
        const join = (lastEventId: string | null) => {
          const sink = new RecordingSink();
          const session = hub.open(sink, { lastEventId, encoding: 'identity' });
          watched.push({ sink, leave: () => session?.leave(), drained: () => session?.drained() });
        };
        const catchUp = () => {
          for (const { sink, drained } of watched) {
            sink.queued = 0;
            drained();
          }
        };
        for (const [i, what] of steps.entries()) {
          if (what === 'publish') publish();
          if (what === 'go on') goOn();
          if (what === 'open') join(null);
          if (what === 'resume') join(`${hub.revision - (i % 4)}`);
          if (what === 'leave') watched.shift()?.leave();
          if (what === 'beat') beatAll(hub);
          if (what === 'fall behind') for (const { sink } of watched) sink.queued = 65 * 1024;
          if (what === 'catch up') catchUp();
        }
        catchUp();
        while (isPausing()) goOn();
        catchUp();
        expect(hub.openSessions).toBe(crowd.length + watched.length);
        for (const { sink } of watched) expectWhole(sink, hub.revision);
      }),
      { numRuns: 60 },
    );
  });

  /** Changes rise one by one but for a state that starts afresh, and no state goes back. */
  function expectWhole(sink: RecordingSink, newest: number): void {
    let at: number | null = null;
    let changed: number | null = null;
    for (const line of sink.heard) {
      const [name, revision = 0] = [line.split(' ')[0] ?? '', Number(line.split(' ')[1])];
      const before: number | null = changed ?? at;
      if (name === 'ping' && before !== null) expect(revision).toBeLessThanOrEqual(before);
      if (name === 'page.updated' && before !== null) expect(revision).toBe(before + 1);
      if (name === 'page.updated') changed = revision;
      if (!name.startsWith('#')) continue;
      if (before !== null && !line.endsWith('reset')) expect(revision).toBe(before);
      expect(revision).toBeGreaterThanOrEqual(at ?? 0);
      at = revision;
      changed = null;
    }
    if (sink.heard.length > 0 && at !== null) expect(at).toBe(newest);
  }
});
