import { describe, expect, it } from 'vitest';
import { Heartbeat } from '@/lib/live/client/heartbeat';
import { StatusStore } from '@/lib/live/client/status-store';
import { readTabMessage, toTabWire } from '@/lib/live/client/tab-message';
import { stateAt } from './stream-in-browser';

const beat = {
  ...{ kind: 'beat', connection: 'live', retryAt: null, lastEventAt: 1, revision: 2, since: 1, upTo: 2 },
} as const;

describe('a message between tabs', () => {
  it('arrives as it was sent', () => {
    for (const message of [
      beat,
      { kind: 'state', message: stateAt(3), eventId: '3' },
      { kind: 'change', name: 'incident.removed', message: { incident: { id: 'a' } } },
      { kind: 'ask', revision: null },
      { kind: 'all', state: stateAt(3), settled: [['a', null]], since: 1, upTo: 3 },
    ] as const)
      expect(readTabMessage(structuredClone(toTabWire(message as never)))).toEqual(message);
  });

  it.each([
    null,
    'beat',
    [],
    beat,
    { ...beat, v: 2 },
    { ...beat, v: 1, connection: 'telepathic' },
    { v: 1, kind: 'state', message: {}, eventId: 7 },
    { v: 1, kind: 'change' },
    { v: 1, kind: 'all', state: stateAt(3) },
    { v: 1, kind: 'all', state: 'none', settled: [] },
    { v: 1, kind: 'dance' },
  ])('is not believed when it is %j', (wire) => {
    expect(readTabMessage(wire)).toBeNull();
  });

  it('of another build, with parts that cannot be read, shakes nothing', () => {
    const settled = [['a', { id: 'a', status: 'x' }], ['b', 7], 'c', [8, null], ['d', null]];
    const message = readTabMessage({ v: 1, kind: 'all', state: { services: 'none' }, settled, upTo: 'x' });
    const store = new StatusStore(stateAt(7));
    if (message?.kind !== 'all') throw new Error('It is read.');
    expect(store.takeState(message.state)).toBe(false);
    store.takeSettled(message.settled, message.upTo);
    expect([...store.getView().settled.keys()]).toEqual(['a', 'd']);
    expect(store.getView().status).toEqual(stateAt(7));
  });
});

it('pings that a frozen tab hears all at once do not make it impatient', () => {
  const heartbeat = new Heartbeat();
  heartbeat.begin();
  for (const sentAt of [0, 15_000, 30_000]) heartbeat.ping(40_000, sentAt);
  expect(heartbeat.patienceMs).toBe(37_500);
});
