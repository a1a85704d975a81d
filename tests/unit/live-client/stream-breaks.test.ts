import { describe, expect, it, vi } from 'vitest';
import { inBrowser, now, stateAt } from './stream-in-browser';

const { held, openStream, view } = inBrowser();

describe('breaks', () => {
  it('reconnects after a wait drawn from a doubling span, from the newest revision', async () => {
    openStream();
    held.browser.source.say('message', stateAt(9), '9');
    held.browser.source.break();
    expect(view()).toMatchObject({
      connection: 'reconnecting',
      isConnected: false,
      retryAt: Date.now() + 500,
    });
    await held.browser.pass(500);
    expect(held.browser.source.url).toBe('/api/status/stream?lastEventId=9');
    expect(view()).toMatchObject({ connection: 'reconnecting', retryAt: null });
    held.browser.source.break();
    expect(view().retryAt).toBe(Date.now() + 1_000);
  });

  it('asks for fresh data when the server refuses, and honours Retry-After', async () => {
    held.browser.answer = { status: 503, headers: { 'Retry-After': '20' } };
    held.stream.start();
    held.browser.source.refuse();
    await held.browser.pass(0);
    expect(held.browser.asked).toHaveLength(1);
    expect(view()).toMatchObject({ connection: 'reconnecting', retryAt: Date.now() + 20_000 });
  });

  it('waits as long as `done` asks', () => {
    openStream();
    held.browser.source.say('done', { reason: 'shutdown', retryMs: 4_000 });
    expect(view()).toMatchObject({ connection: 'reconnecting', retryAt: Date.now() + 4_000 });
  });

  it('counts 2.5 heartbeats of silence as dead, by the pace it has learned', async () => {
    openStream();
    held.browser.source.say('ping', { revision: 7, now });
    await held.browser.pass(2_000);
    held.browser.source.say('ping', { revision: 7, now });
    await held.browser.pass(4_900);
    expect(view().connection).toBe('live');
    await held.browser.pass(200);
    expect(view().connection).toBe('reconnecting');
  });

  it('waits 37.5 s before it has learned the pace', async () => {
    openStream();
    await held.browser.pass(37_400);
    expect(view().connection).toBe('live');
    await held.browser.pass(200);
    expect(view().connection).toBe('reconnecting');
  });

  it('forgets earlier failures after a minute live', async () => {
    held.stream.start();
    held.browser.source.break();
    await held.browser.pass(500);
    held.browser.source.break();
    await held.browser.pass(1_000);
    held.browser.source.open();
    for (let s = 0; s < 61; s += 10) {
      held.browser.source.say('ping', { revision: 7, now });
      await held.browser.pass(10_000);
    }
    held.browser.source.break();
    expect(view().retryAt).toBe(Date.now() + 500);
  });
});

describe('the page', () => {
  it('closes when the visitor leaves and resumes from the back-forward cache', () => {
    openStream();
    const first = held.browser.source;
    held.browser.page('pagehide');
    expect(first.readyState).toBe(2);
    expect(view().isConnected).toBe(false);
    held.browser.page('pageshow');
    expect(held.browser.sources).toHaveLength(2);
  });

  it('closes after five minutes hidden and resumes when seen', async () => {
    openStream();
    held.browser.isHidden = true;
    held.browser.page('visibilitychange');
    const beat = setInterval(() => held.browser.source.say('ping', { revision: 7, now }), 10_000);
    await held.browser.pass(299_000);
    expect(view().connection).toBe('live');
    await held.browser.pass(2_000);
    clearInterval(beat);
    expect(held.browser.source.readyState).toBe(2);
    held.browser.isHidden = false;
    held.browser.page('visibilitychange');
    expect(view().connection).toBe('connecting');
    expect(held.browser.sources).toHaveLength(2);
  });

  it('says offline, and comes back after a random wait', async () => {
    openStream();
    held.browser.isOnline = false;
    held.browser.page('offline');
    expect(view()).toMatchObject({ connection: 'offline', isConnected: false });
    held.browser.isOnline = true;
    held.browser.page('online');
    expect(held.browser.sources).toHaveLength(1);
    await held.browser.pass(1_500);
    held.browser.source.open();
    expect(view().connection).toBe('live');
  });

  it('leaves nothing behind when stopped', async () => {
    openStream();
    held.stream.stop();
    expect(held.browser.source.readyState).toBe(2);
    expect(held.browser.pageListenerCount).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    await held.browser.pass(600_000);
    expect(held.browser.sources).toHaveLength(1);
  });

  it('ignores an answer that comes after it was stopped', async () => {
    held.browser.answer = { status: 200, body: stateAt(8) };
    held.stream.start();
    held.browser.source.refuse();
    held.stream.stop();
    await held.browser.pass(0);
    expect(view().status?.revision).toBe(7);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('starts again after a stop', () => {
    openStream();
    held.stream.stop();
    held.stream.start();
    held.browser.source.open();
    expect(view().connection).toBe('live');
  });
});
