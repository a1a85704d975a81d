import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type FeedListener, openFeed } from '@/app/admin/(control)/live/_figures/process-feed';

/** An EventSource whose server is the test. */
class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static all: FakeSource[] = [];
  readyState = 1;
  constructor(readonly url: string) {
    super();
    FakeSource.all.push(this);
  }
  close() {
    this.readyState = FakeSource.CLOSED;
  }
  say(event: string, data: unknown) {
    this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data) }));
  }
  /** Breaks; for good where the answer was no stream. */
  fail(isForGood: boolean) {
    this.readyState = isForGood ? FakeSource.CLOSED : 0;
    this.dispatchEvent(new Event('error'));
  }
}

const listener = () =>
  ({ onProcesses: vi.fn(), onLost: vi.fn(), onSignedOut: vi.fn() }) satisfies FeedListener;
const newest = () => FakeSource.all.at(-1) as FakeSource;
let answer: () => Promise<Response>;

beforeEach(() => {
  vi.useFakeTimers();
  FakeSource.all = [];
  vi.stubGlobal('EventSource', FakeSource);
  vi.stubGlobal(
    'fetch',
    vi.fn(() => answer()),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the feed of processes', () => {
  test('passes on what it hears, and leaves a mere break to the EventSource', () => {
    const heard = listener();
    const close = openFeed(heard);
    newest().say('processes', [{ id: 'a:1' }]);
    expect(heard.onProcesses).toHaveBeenCalledWith([{ id: 'a:1' }]);
    newest().fail(false);
    expect(heard.onLost).toHaveBeenCalledOnce();
    expect(fetch).not.toHaveBeenCalled();
    close();
    expect(newest().readyState).toBe(FakeSource.CLOSED);
  });

  test('asks why it was turned away, and tries again where nobody is to blame', async () => {
    answer = async () => new Response(null, { status: 503 });
    const heard = listener();
    const close = openFeed(heard);
    newest().fail(true);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(fetch).toHaveBeenCalledWith('/api/admin/live', { method: 'HEAD' });
    expect(FakeSource.all).toHaveLength(2);
    answer = () => Promise.reject(new TypeError('no network'));
    newest().fail(true);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(FakeSource.all).toHaveLength(3);
    expect(heard.onSignedOut).not.toHaveBeenCalled();
    close();
  });

  test('stops where nobody is signed in, told so or answered so', async () => {
    answer = async () => new Response(null, { status: 401 });
    for (const end of [() => newest().fail(true), () => newest().say('done', { reason: 'signed-out' })]) {
      FakeSource.all = [];
      const heard = listener();
      openFeed(heard);
      end();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(heard.onSignedOut).toHaveBeenCalledOnce();
      expect(FakeSource.all).toHaveLength(1);
      expect(newest().readyState).toBe(FakeSource.CLOSED);
    }
  });

  test('goes on after the process it listened to has ended', async () => {
    const heard = listener();
    const close = openFeed(heard);
    newest().say('done', { reason: 'shutdown' });
    newest().fail(false);
    newest().say('processes', []);
    expect(heard.onProcesses).toHaveBeenCalledOnce();
    expect(heard.onSignedOut).not.toHaveBeenCalled();
    close();
  });

  test('does nothing more once it is closed, even while it asks why', async () => {
    let reply = (_: Response) => {};
    answer = () => new Promise((resolve) => (reply = resolve));
    const heard = listener();
    const close = openFeed(heard);
    newest().fail(true);
    close();
    reply(new Response(null, { status: 503 }));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(FakeSource.all).toHaveLength(1);
  });
});
