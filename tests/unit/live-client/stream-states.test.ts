import { describe, expect, it } from 'vitest';
import { StatusStream } from '@/lib/live/client/status-stream';
import { inBrowser, now, stateAt } from './stream-in-browser';

const { held, openStream, view } = inBrowser();

describe('the beginning', () => {
  it('connects from the revision the page was rendered at', () => {
    held.stream.start();
    expect(held.browser.source.url).toBe('/api/status/stream?lastEventId=7');
    expect(view()).toMatchObject({ connection: 'connecting', isConnected: false, lastEventAt: null });
  });

  it('names no revision when the page knows none', () => {
    held.stream = new StatusStream(null, held.browser.ports);
    held.stream.start();
    expect(held.browser.source.url).toBe('/api/status/stream');
  });

  it('is live once the stream opens', () => {
    openStream();
    expect(view()).toMatchObject({ connection: 'live', isConnected: true, lastEventAt: Date.parse(now) });
  });

  it('starting twice opens one stream', () => {
    held.stream.start();
    held.stream.start();
    expect(held.browser.sources).toHaveLength(1);
  });

  it('survives an EventSource that cannot be made, and is not connected', async () => {
    held.browser.isEventSourceBroken = true;
    held.stream.start();
    await held.browser.pass(10);
    expect(view()).toMatchObject({ isConnected: false, connection: 'reconnecting' });
  });
});

describe('states', () => {
  it('takes a newer revision and ignores an older one', () => {
    openStream();
    held.browser.source.say('message', stateAt(9, { statusLabel: 'major_outage' }), '9');
    held.browser.source.say('message', stateAt(8), '8');
    expect(view().status).toMatchObject({ revision: 9, statusLabel: 'major_outage' });
  });

  it('replaces everything at a reset, even by a lower revision', () => {
    openStream();
    held.browser.source.say('message', { ...stateAt(2), reset: true }, '2');
    expect(view().status?.revision).toBe(2);
  });

  it('shows a message of another program without moving the revision', () => {
    openStream();
    held.browser.source.say('message', {
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
    held.browser.source.say('message', stateAt(8), '8');
    expect(view().status).toMatchObject({ revision: 8, services: [] });
  });

  it('does not believe a revision that is not the id it came under', () => {
    openStream();
    held.browser.source.say('message', stateAt(8), '8');
    held.browser.source.say('message', stateAt(99_999), '8');
    held.browser.source.say('message', stateAt(9), '9');
    expect(view().status?.revision).toBe(9);
  });

  it.each([
    ['before the first id', []],
    ['after an id', [stateAt(8)]],
  ])('shows a message without an id that names a revision, and believes no word of it: %s', (_, first) => {
    openStream();
    for (const state of first) held.browser.source.say('message', state, String(state.revision));
    const revision = view().status?.revision;
    for (const named of [99_999, 8, 7]) {
      const statusLabel = named === 8 ? 'major_outage' : 'partial_outage';
      held.browser.source.say('message', stateAt(named, { statusLabel }));
      expect(view().status).toMatchObject({ revision, statusLabel });
    }
    held.browser.source.say('message', stateAt(9), '9');
    expect(view().status).toMatchObject({ revision: 9, statusLabel: 'operational' });
  });

  it('shows the last known state of a server without its database, unless it is an older one', () => {
    openStream();
    const stale = { stale: true, staleSince: now } as const;
    held.browser.source.say('message', stateAt(6, { ...stale, statusLabel: 'major_outage' }));
    expect(view().status).toMatchObject({ revision: 7, statusLabel: 'operational' });
    held.browser.source.say('message', stateAt(7, stale));
    expect(view().status).toMatchObject({ revision: 7, ...stale });
    held.browser.source.say('message', stateAt(7), '7');
    expect(view().status).not.toHaveProperty('stale');
  });

  it('takes up and drops the stale mark at an unchanged revision', () => {
    openStream();
    held.browser.source.say('message', stateAt(7, { stale: true, staleSince: now }), '7');
    expect(view().status).toMatchObject({ stale: true, staleSince: now });
    held.browser.source.say('message', stateAt(7), '7');
    expect(view().status).not.toHaveProperty('stale');
  });

  it.each(['nonsense', '[]', 'null', '{}', '{"services":7}'])('is not shaken by %s', (text) => {
    openStream();
    held.browser.source.say('message', text);
    held.browser.source.say('incident.updated', text);
    held.browser.source.say('ping', text);
    expect(view()).toMatchObject({ connection: 'live', status: { revision: 7 } });
  });

  it('asks for the state when a ping tells of a newer revision', async () => {
    openStream();
    held.browser.answer = { status: 200, body: stateAt(8) };
    held.browser.source.say('ping', { revision: 8, now });
    await held.browser.pass(0);
    expect(view().status?.revision).toBe(8);
  });
});
