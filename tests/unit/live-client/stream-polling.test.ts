import { describe, expect, it } from 'vitest';
import { inBrowser, now, stateAt } from './stream-in-browser';

const { held, openStream, view } = inBrowser();

describe('polling', () => {
  async function failThrice() {
    held.stream.start();
    held.browser.source.break();
    await held.browser.pass(500);
    held.browser.source.break();
    await held.browser.pass(1_000);
    held.browser.source.break();
    await held.browser.pass(0);
  }

  it('begins after three failures while the server answers questions', async () => {
    await failThrice();
    expect(view()).toMatchObject({ connection: 'polling', isConnected: false });
    held.browser.answer = { status: 200, body: stateAt(8), headers: { ETag: '"8"' } };
    await held.browser.pass(15_000);
    expect(view().status?.revision).toBe(8);
    await held.browser.pass(15_000);
    expect(held.browser.asked.at(-1)?.headers).toMatchObject({ 'If-None-Match': '"8"' });
  });

  it('climbs back to the stream within five minutes', async () => {
    await failThrice();
    await held.browser.pass(210_000);
    expect(held.browser.sources).toHaveLength(4);
    held.browser.source.open();
    expect(view().connection).toBe('live');
    const asked = held.browser.asked.length;
    held.browser.source.say('ping', { revision: 7, now });
    await held.browser.pass(30_000);
    expect(held.browser.asked).toHaveLength(asked);
  });

  it('does not begin while nothing answers: a restart is waited out', async () => {
    held.browser.answer = 'unreachable';
    await failThrice();
    expect(view().connection).toBe('reconnecting');
    held.browser.answer = { status: 304 };
    await held.browser.pass(2_000);
    held.browser.source.break();
    await held.browser.pass(0);
    expect(view().connection).toBe('reconnecting');
  });

  it('returns to reconnecting when the questions fail too', async () => {
    await failThrice();
    held.browser.answer = 'unreachable';
    await held.browser.pass(15_000);
    expect(view().connection).toBe('reconnecting');
  });

  it('begins when five seconds pass without an open stream, once more without compression', async () => {
    held.stream.start();
    await held.browser.pass(5_001);
    expect(held.browser.source.url).toBe('/api/status/stream?lastEventId=7&encoding=identity');
    expect(view().connection).toBe('connecting');
    await held.browser.pass(5_001);
    expect(view().connection).toBe('polling');
    expect(held.browser.sources).toHaveLength(2);
    held.browser.source.open();
    expect(view().connection).toBe('live');
  });

  it('begins when an open stream withholds what the server tells, without compression too', async () => {
    openStream();
    held.browser.answer = { status: 200, body: stateAt(8) };
    await held.browser.pass(6_100);
    expect(view()).toMatchObject({ connection: 'reconnecting', status: { revision: 8 } });
    expect(held.browser.source.url).toBe('/api/status/stream?lastEventId=7&encoding=identity');
    held.browser.source.open();
    await held.browser.pass(6_100);
    expect(view().connection).toBe('polling');
  });

  it('stays with the uncompressed stream where only that is let through', async () => {
    openStream();
    held.browser.answer = { status: 200, body: stateAt(8) };
    await held.browser.pass(6_100);
    held.browser.source.open();
    held.browser.source.say('message', stateAt(8), '8');
    await held.browser.pass(10_000);
    expect(view().connection).toBe('live');
    held.browser.source.break();
    await held.browser.pass(1_000);
    expect(held.browser.source.url).toBe('/api/status/stream?lastEventId=8&encoding=identity');
  });

  it('asks without compression after a stream that never said a word', async () => {
    openStream();
    await held.browser.pass(37_600);
    expect(view().connection).toBe('reconnecting');
    await held.browser.pass(1_000);
    expect(held.browser.source.url).toContain('encoding=identity');
  });

  it('resumes the stream where that ended, not where the last answer did', async () => {
    await failThrice();
    held.browser.answer = { status: 200, body: stateAt(9) };
    await held.browser.pass(210_000);
    expect(view().status?.revision).toBe(9);
    expect(held.browser.source.url).toBe('/api/status/stream?lastEventId=7');
    held.browser.source.open();
    held.browser.source.say('message', stateAt(9), '9');
    held.browser.source.say('done', { retryMs: 0 });
    await held.browser.pass(1_000);
    expect(held.browser.source.url).toBe('/api/status/stream?lastEventId=9');
  });

  it('leaves an open stream alone that has nothing to tell', async () => {
    openStream();
    await held.browser.pass(30_000);
    expect(view().connection).toBe('live');
    expect(held.browser.asked.length).toBeGreaterThan(1);
  });

  it('never tries the stream again where it is forbidden', async () => {
    held.browser.answer = { status: 403 };
    held.stream.start();
    held.browser.source.refuse();
    await held.browser.pass(600_000);
    expect(view().connection).toBe('polling');
    expect(held.browser.sources).toHaveLength(1);
  });

  it('asks once a minute in a hidden tab', async () => {
    held.browser.isHidden = true;
    await failThrice();
    const asked = held.browser.asked.length;
    await held.browser.pass(59_000);
    expect(held.browser.asked).toHaveLength(asked);
    await held.browser.pass(2_000);
    expect(held.browser.asked).toHaveLength(asked + 1);
  });
});
