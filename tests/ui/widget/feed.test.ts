import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Feed } from '@/lib/widget/client/feed';
import { FakeSource } from './fake-source';

const server = 'https://status.example.com';
const state = (revision: number, statusLabel = 'operational') => ({ revision, statusLabel, services: [] });
const answer = (body: unknown, status = 200, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers });

const asked = vi.fn<typeof fetch>();
let feed: Feed;
let leave: () => void;

/** Lets so much time pass, and what follows from it. */
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const listen = async () => {
  leave = feed.subscribe(() => {});
  await pass(0);
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', asked);
  vi.stubGlobal('EventSource', FakeSource);
  FakeSource.all = [];
  asked.mockReset().mockImplementation(async () => answer(state(1)));
  feed = new Feed(server);
});
afterEach(() => {
  leave();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the stream', () => {
  it('is opened once the state is known, and one for all who listen', async () => {
    await listen();
    const alsoLeave = feed.subscribe(() => {});
    expect(asked).toHaveBeenCalledTimes(1);
    expect(FakeSource.all.map(({ url }) => url)).toEqual([`${server}/api/status/stream`]);
    FakeSource.last.say('message', state(2, 'major_outage'));
    expect(feed.reading?.status).toBe('major_outage');
    alsoLeave();
    expect(FakeSource.last.isClosed).toBe(false);
    leave();
    expect(FakeSource.last.isClosed).toBe(true);
    await pass(3_600_000);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('is not tried again for ten minutes where it was refused', async () => {
    await listen();
    FakeSource.last.fail();
    await pass(500_000);
    expect(FakeSource.all).toHaveLength(1);
    expect(asked.mock.calls.length).toBeGreaterThanOrEqual(9);
    expect(asked.mock.calls.length).toBeLessThanOrEqual(18);
    await pass(500_000);
    expect(FakeSource.all).toHaveLength(2);
  });

  it('that stays mute, as behind a proxy that holds it back, is left for questions', async () => {
    await listen();
    await pass(10_001);
    expect(FakeSource.last.isClosed).toBe(true);
    await pass(60_000);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('that spoke and falls silent is opened anew', async () => {
    await listen();
    FakeSource.last.say('message', state(2));
    for (let n = 0; n < 10; n++) {
      await pass(30_000);
      FakeSource.last.say('ping', { revision: 2 });
    }
    expect(FakeSource.all).toHaveLength(1);
    await pass(75_001);
    expect(FakeSource.all).toHaveLength(2);
  });

  it('that says goodbye is opened again when it asked to be', async () => {
    await listen();
    FakeSource.last.say('message', state(2));
    FakeSource.last.say('done', { reason: 'shutdown', retryMs: 20_000 });
    await pass(20_000);
    expect(asked).toHaveBeenCalledTimes(1);
    await pass(4_001);
    expect(FakeSource.all).toHaveLength(2);
  });

  it('survives whatever it says', async () => {
    await listen();
    for (const raw of ['', '{', 'null', '[]', '{"statusLabel":7}']) FakeSource.last.sayRaw('message', raw);
    expect(feed.reading?.revision).toBe(1);
  });
});

describe('an older state', () => {
  it('never replaces a newer one that came a moment ago', async () => {
    await listen();
    FakeSource.last.say('message', state(5, 'major_outage'));
    FakeSource.last.say('message', state(4));
    expect(feed.reading).toMatchObject({ revision: 5, status: 'major_outage' });
  });

  it('counts when the server says so, or has said so for longer than it can be behind', async () => {
    await listen();
    FakeSource.last.say('message', state(5, 'major_outage'));
    FakeSource.last.say('message', { ...state(2), reset: true });
    expect(feed.reading?.revision).toBe(2);
    await pass(10_001);
    FakeSource.last.say('message', state(1));
    expect(feed.reading?.revision).toBe(1);
  });
});

describe('a server that does not answer', () => {
  it('is asked ever more rarely, never again within what it asked for', async () => {
    asked.mockImplementation(async () => answer({}, 503, { 'Retry-After': '120' }));
    await listen();
    await pass(119_000);
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockImplementation(async () => Promise.reject(new TypeError('not reached')));
    await pass(3_600_000);
    expect(asked.mock.calls.length).toBeLessThan(40);
    expect(feed.isLost).toBe(true);
    expect(feed.reading).toBeNull();
  });

  it('is lost only when nothing was confirmed for a minute and a half', async () => {
    await listen();
    asked.mockImplementation(async () => Promise.reject(new TypeError('not reached')));
    FakeSource.last.say('message', state(2));
    FakeSource.last.fail();
    await pass(60_000);
    expect(feed.isLost).toBe(false);
    await pass(120_000);
    expect(feed).toMatchObject({ isLost: true, reading: { revision: 2 } });
    asked.mockImplementation(async () => answer(state(2)));
    await pass(300_001);
    expect(feed.isLost).toBe(false);
  });

  it('is given ten seconds for an answer', async () => {
    asked.mockImplementationOnce(
      (_, init) =>
        new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal))),
    );
    await listen();
    await pass(9_999);
    expect(feed.isLost).toBe(false);
    await pass(1);
    expect(feed.isLost).toBe(true);
    await pass(5_001);
    expect(feed).toMatchObject({ isLost: false, reading: { revision: 1 } });
  });
});

describe('the page', () => {
  it('that is left lets go at once, and asks anew when it is back', async () => {
    await listen();
    window.dispatchEvent(new Event('pagehide'));
    expect(FakeSource.last.isClosed).toBe(true);
    await pass(600_000);
    expect(asked).toHaveBeenCalledTimes(1);
    window.dispatchEvent(new Event('pageshow'));
    await pass(0);
    expect(asked).toHaveBeenCalledTimes(2);
    expect(FakeSource.all).toHaveLength(2);
  });

  it('that was left meanwhile takes no answer, and opens nothing', async () => {
    let reply = (_: Response) => {};
    asked.mockImplementationOnce(() => new Promise((resolve) => (reply = resolve)));
    await listen();
    window.dispatchEvent(new Event('pagehide'));
    reply(answer(state(7)));
    await pass(0);
    expect(feed.reading).toBeNull();
    expect(FakeSource.all).toHaveLength(0);
  });

  it('whose network is back asks soon', async () => {
    asked.mockImplementation(async () => Promise.reject(new TypeError('not reached')));
    await listen();
    await pass(1_200_000);
    const before = asked.mock.calls.length;
    asked.mockImplementation(async () => answer(state(3)));
    window.dispatchEvent(new Event('online'));
    await pass(3_001);
    expect(asked).toHaveBeenCalledTimes(before + 1);
    expect(feed.reading?.revision).toBe(3);
  });
});
