import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StatusState } from '@/lib/contracts/live-state';
import { StatusStream } from '@/lib/live/client/status-stream';
import { FakeBrowser } from './fake-browser';

const now = '2026-11-20T08:00:00.000Z';
const stateAt = (revision: number, more: Partial<StatusState> = {}): StatusState => ({
  statusLabel: 'operational',
  services: [],
  incidents: [],
  maintenances: [],
  revision,
  updatedAt: now,
  ...more,
});

let browser: FakeBrowser;
let stream: StatusStream;
const view = () => stream.store.getView();

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(now) });
  browser = new FakeBrowser();
  stream = new StatusStream(stateAt(7), browser.ports);
});

afterEach(() => {
  stream.stop();
  vi.useRealTimers();
});

function openStream() {
  stream.start();
  browser.source.open();
}

describe('the beginning', () => {
  it('connects from the revision the page was rendered at', () => {
    stream.start();
    expect(browser.source.url).toBe('/api/status/stream?lastEventId=7');
    expect(view()).toMatchObject({ connection: 'connecting', isConnected: false, lastEventAt: null });
  });

  it('names no revision when the page knows none', () => {
    stream = new StatusStream(null, browser.ports);
    stream.start();
    expect(browser.source.url).toBe('/api/status/stream');
  });

  it('is live once the stream opens', () => {
    openStream();
    expect(view()).toMatchObject({ connection: 'live', isConnected: true, lastEventAt: Date.parse(now) });
  });

  it('starting twice opens one stream', () => {
    stream.start();
    stream.start();
    expect(browser.sources).toHaveLength(1);
  });

  it('survives an EventSource that cannot be made, and is not connected', async () => {
    browser.isEventSourceBroken = true;
    stream.start();
    await browser.pass(10);
    expect(view()).toMatchObject({ isConnected: false, connection: 'reconnecting' });
  });
});

describe('states', () => {
  it('takes a newer revision and ignores an older one', () => {
    openStream();
    browser.source.say('message', stateAt(9, { statusLabel: 'major_outage' }), '9');
    browser.source.say('message', stateAt(8), '8');
    expect(view().status).toMatchObject({ revision: 9, statusLabel: 'major_outage' });
  });

  it('replaces everything at a reset, even by a lower revision', () => {
    openStream();
    browser.source.say('message', { ...stateAt(2), reset: true }, '2');
    expect(view().status?.revision).toBe(2);
  });

  it('shows a message of another program without moving the revision', () => {
    openStream();
    browser.source.say('message', {
      statusLabel: 'partial_outage',
      services: [{ id: 'a', status: 'partial_outage' }],
      incidents: [{ id: 'i' }],
    });
    expect(view().status).toMatchObject({
      revision: 7,
      statusLabel: 'partial_outage',
      services: [{ id: 'a', name: 'a', status: 'partial_outage' }],
      incidents: [{ id: 'i', title: 'Incident', updates: [] }],
    });
    browser.source.say('message', stateAt(8), '8');
    expect(view().status).toMatchObject({ revision: 8, services: [] });
  });

  it('does not believe a revision that is not the id it came under', () => {
    openStream();
    browser.source.say('message', stateAt(8), '8');
    browser.source.say('message', stateAt(99_999), '8');
    browser.source.say('message', stateAt(9), '9');
    expect(view().status?.revision).toBe(9);
  });

  it('takes up and drops the stale mark at an unchanged revision', () => {
    openStream();
    browser.source.say('message', stateAt(7, { stale: true, staleSince: now }), '7');
    expect(view().status).toMatchObject({ stale: true, staleSince: now });
    browser.source.say('message', stateAt(7), '7');
    expect(view().status).not.toHaveProperty('stale');
  });

  it.each(['nonsense', '[]', 'null', '{}', '{"services":7}'])('is not shaken by %s', (text) => {
    openStream();
    browser.source.say('message', text);
    browser.source.say('incident.updated', text);
    browser.source.say('ping', text);
    expect(view()).toMatchObject({ connection: 'live', status: { revision: 7 } });
  });

  it('asks for the state when a ping tells of a newer revision', async () => {
    openStream();
    browser.answer = { status: 200, body: stateAt(8) };
    browser.source.say('ping', { revision: 8, now });
    await browser.pass(0);
    expect(view().status?.revision).toBe(8);
  });
});

describe('breaks', () => {
  it('reconnects after a wait drawn from a doubling span, from the newest revision', async () => {
    openStream();
    browser.source.say('message', stateAt(9), '9');
    browser.source.break();
    expect(view()).toMatchObject({
      connection: 'reconnecting',
      isConnected: false,
      retryAt: Date.now() + 500,
    });
    await browser.pass(500);
    expect(browser.source.url).toBe('/api/status/stream?lastEventId=9');
    expect(view()).toMatchObject({ connection: 'reconnecting', retryAt: null });
    browser.source.break();
    expect(view().retryAt).toBe(Date.now() + 1_000);
  });

  it('asks for fresh data when the server refuses, and honours Retry-After', async () => {
    browser.answer = { status: 503, headers: { 'Retry-After': '20' } };
    stream.start();
    browser.source.refuse();
    await browser.pass(0);
    expect(browser.asked).toHaveLength(1);
    expect(view()).toMatchObject({ connection: 'reconnecting', retryAt: Date.now() + 20_000 });
  });

  it('waits as long as `done` asks', () => {
    openStream();
    browser.source.say('done', { reason: 'shutdown', retryMs: 4_000 });
    expect(view()).toMatchObject({ connection: 'reconnecting', retryAt: Date.now() + 4_000 });
  });

  it('counts 2.5 heartbeats of silence as dead, by the pace it has learned', async () => {
    openStream();
    browser.source.say('ping', { revision: 7, now });
    await browser.pass(2_000);
    browser.source.say('ping', { revision: 7, now });
    await browser.pass(4_900);
    expect(view().connection).toBe('live');
    await browser.pass(200);
    expect(view().connection).toBe('reconnecting');
  });

  it('waits 37.5 s before it has learned the pace', async () => {
    openStream();
    await browser.pass(37_400);
    expect(view().connection).toBe('live');
    await browser.pass(200);
    expect(view().connection).toBe('reconnecting');
  });

  it('forgets earlier failures after a minute live', async () => {
    stream.start();
    browser.source.break();
    await browser.pass(500);
    browser.source.break();
    await browser.pass(1_000);
    browser.source.open();
    for (let s = 0; s < 61; s += 10) {
      browser.source.say('ping', { revision: 7, now });
      await browser.pass(10_000);
    }
    browser.source.break();
    expect(view().retryAt).toBe(Date.now() + 500);
  });
});

describe('polling', () => {
  async function failThrice() {
    stream.start();
    browser.source.break();
    await browser.pass(500);
    browser.source.break();
    await browser.pass(1_000);
    browser.source.break();
    await browser.pass(0);
  }

  it('begins after three failures while the server answers questions', async () => {
    await failThrice();
    expect(view()).toMatchObject({ connection: 'polling', isConnected: false });
    browser.answer = { status: 200, body: stateAt(8), headers: { ETag: '"8"' } };
    await browser.pass(15_000);
    expect(view().status?.revision).toBe(8);
    await browser.pass(15_000);
    expect(browser.asked.at(-1)?.headers).toMatchObject({ 'If-None-Match': '"8"' });
  });

  it('climbs back to the stream within five minutes', async () => {
    await failThrice();
    await browser.pass(210_000);
    expect(browser.sources).toHaveLength(4);
    browser.source.open();
    expect(view().connection).toBe('live');
    const asked = browser.asked.length;
    browser.source.say('ping', { revision: 7, now });
    await browser.pass(30_000);
    expect(browser.asked).toHaveLength(asked);
  });

  it('does not begin while nothing answers: a restart is waited out', async () => {
    browser.answer = 'unreachable';
    await failThrice();
    expect(view().connection).toBe('reconnecting');
    browser.answer = { status: 304 };
    await browser.pass(2_000);
    browser.source.break();
    await browser.pass(0);
    expect(view().connection).toBe('reconnecting');
  });

  it('returns to reconnecting when the questions fail too', async () => {
    await failThrice();
    browser.answer = 'unreachable';
    await browser.pass(15_000);
    expect(view().connection).toBe('reconnecting');
  });

  it('begins when five seconds pass without an open stream', async () => {
    stream.start();
    await browser.pass(5_001);
    expect(view().connection).toBe('polling');
    browser.source.open();
    expect(view().connection).toBe('live');
  });

  it('begins when an open stream withholds what the server tells', async () => {
    openStream();
    browser.answer = { status: 200, body: stateAt(8) };
    await browser.pass(6_100);
    expect(view()).toMatchObject({ connection: 'polling', status: { revision: 8 } });
  });

  it('leaves an open stream alone that has nothing to tell', async () => {
    openStream();
    await browser.pass(30_000);
    expect(view().connection).toBe('live');
    expect(browser.asked.length).toBeGreaterThan(1);
  });

  it('never tries the stream again where it is forbidden', async () => {
    browser.answer = { status: 403 };
    stream.start();
    browser.source.refuse();
    await browser.pass(600_000);
    expect(view().connection).toBe('polling');
    expect(browser.sources).toHaveLength(1);
  });

  it('asks once a minute in a hidden tab', async () => {
    browser.isHidden = true;
    await failThrice();
    const asked = browser.asked.length;
    await browser.pass(59_000);
    expect(browser.asked).toHaveLength(asked);
    await browser.pass(2_000);
    expect(browser.asked).toHaveLength(asked + 1);
  });
});

describe('the page', () => {
  it('closes when the visitor leaves and resumes from the back-forward cache', () => {
    openStream();
    const first = browser.source;
    browser.page('pagehide');
    expect(first.readyState).toBe(2);
    expect(view().isConnected).toBe(false);
    browser.page('pageshow');
    expect(browser.sources).toHaveLength(2);
  });

  it('closes after five minutes hidden and resumes when seen', async () => {
    openStream();
    browser.isHidden = true;
    browser.page('visibilitychange');
    const beat = setInterval(() => browser.source.say('ping', { revision: 7, now }), 10_000);
    await browser.pass(299_000);
    expect(view().connection).toBe('live');
    await browser.pass(2_000);
    clearInterval(beat);
    expect(browser.source.readyState).toBe(2);
    browser.isHidden = false;
    browser.page('visibilitychange');
    expect(view().connection).toBe('connecting');
    expect(browser.sources).toHaveLength(2);
  });

  it('says offline, and comes back after a random wait', async () => {
    openStream();
    browser.isOnline = false;
    browser.page('offline');
    expect(view()).toMatchObject({ connection: 'offline', isConnected: false });
    browser.isOnline = true;
    browser.page('online');
    expect(browser.sources).toHaveLength(1);
    await browser.pass(1_500);
    browser.source.open();
    expect(view().connection).toBe('live');
  });

  it('leaves nothing behind when stopped', async () => {
    openStream();
    stream.stop();
    expect(browser.source.readyState).toBe(2);
    expect(browser.pageListenerCount).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    await browser.pass(600_000);
    expect(browser.sources).toHaveLength(1);
  });

  it('ignores an answer that comes after it was stopped', async () => {
    browser.answer = { status: 200, body: stateAt(8) };
    stream.start();
    browser.source.refuse();
    stream.stop();
    await browser.pass(0);
    expect(view().status?.revision).toBe(7);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('starts again after a stop', () => {
    openStream();
    stream.stop();
    stream.start();
    browser.source.open();
    expect(view().connection).toBe('live');
  });
});
