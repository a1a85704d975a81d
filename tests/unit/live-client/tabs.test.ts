import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeTabs } from './fake-tabs';

let browser: FakeTabs;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const open = (count: number) => Array.from({ length: count }, () => browser.open());

beforeEach(() => {
  vi.useFakeTimers();
  browser = new FakeTabs();
});
afterEach(() => vi.useRealTimers());

/** All tabs live at the newest revision, by one stream. */
function expectAllCurrent() {
  expect(browser.tabs.map(({ view }) => [view.connection, view.status?.revision])).toEqual(
    browser.tabs.map(() => ['live', browser.server.revision]),
  );
  expect(browser.streams).toHaveLength(1);
}

describe('one stream for all tabs', () => {
  it('is live in each of them, with every change', async () => {
    open(8);
    await pass(100);
    expectAllCurrent();
    browser.server.publish();
    await pass(100);
    expectAllCurrent();
    for (const { view } of browser.tabs) expect([...view.settled.keys()]).toEqual(['removed-at-6']);
    expect(browser.mostStreams).toBe(1);
  });

  it.each(['close', 'crash'] as const)('goes on at once in another when the leader has a %s', async (end) => {
    const [leader] = open(3);
    await pass(100);
    leader?.[end]();
    browser.server.publish();
    await pass(100);
    expectAllCurrent();
    for (const { view } of browser.tabs) expect(view.settled.has('removed-at-6')).toBe(true);
  });

  it('is taken from a leader that froze, and not taken back', async () => {
    const [leader] = open(3);
    await pass(100);
    leader?.freeze();
    browser.server.publish();
    await pass(20_000);
    for (const { view } of browser.tabs.slice(1)) expect(view.status?.revision).toBe(6);
    leader?.thaw();
    await pass(6_000);
    expectAllCurrent();
    expect(leader?.openSources).toEqual([]);
  });

  it('is handed over after five minutes hidden, to a tab that is looked at', async () => {
    const [leader, hidden, seen] = open(3);
    await pass(100);
    hidden?.look(true);
    await pass(60_000);
    leader?.look(true);
    await pass(200_000);
    expect(leader?.openSources).toHaveLength(1);
    await pass(101_000);
    expect(leader?.openSources).toEqual([]);
    expect(seen?.openSources).toHaveLength(1);
    browser.server.publish();
    leader?.look(false);
    await pass(100);
    expect([leader, seen].map((tab) => tab?.view.status?.revision)).toEqual([6, 6]);
  });

  it('tells what came while a tab was away, though the leader was opened later', async () => {
    const away = browser.open();
    await pass(100);
    away.page('pagehide');
    browser.server.publish();
    browser.open();
    await pass(100);
    away.page('pageshow');
    // Before it was told all, it hears of the next change, which does not make it know the one between.
    browser.server.publish();
    await pass(6_000);
    expectAllCurrent();
    for (const change of ['removed-at-6', 'removed-at-7']) expect(away.view.settled.has(change)).toBe(true);
  });

  it('shows in each tab what another program says', async () => {
    open(2);
    await pass(100);
    browser.server.listening[0]?.say('message', { statusLabel: 'major_outage', revision: 99 });
    await pass(100);
    for (const { view } of browser.tabs)
      expect(view.status).toMatchObject({ revision: 5, statusLabel: 'major_outage' });
  });

  it('says in each tab that the server is gone, and resumes in all', async () => {
    open(3);
    await pass(100);
    browser.server.goDown();
    await pass(30_000);
    expect(browser.tabs.map(({ view }) => view.connection)).toEqual(Array(3).fill('reconnecting'));
    browser.server.publish();
    browser.server.isUp = true;
    await pass(31_000);
    expectAllCurrent();
    for (const { view } of browser.tabs) expect(view.settled.has('removed-at-6')).toBe(true);
  });

  it('begins anew with the server in tabs that did not hear of it', async () => {
    const away = browser.open();
    await pass(100);
    away.freeze();
    browser.server.goDown();
    browser.server.revision = 2;
    browser.server.isUp = true;
    browser.open();
    await pass(60_000);
    away.thaw();
    await pass(30_000);
    expectAllCurrent();
  });

  it('is each tab’s own where tabs cannot find each other', async () => {
    browser.hasLocks = false;
    open(3);
    await pass(100);
    browser.server.publish();
    await pass(100);
    expect(browser.tabs.map(({ view }) => view.status?.revision)).toEqual([6, 6, 6]);
    expect(browser.streams).toHaveLength(3);
  });
});
