import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakeTabs } from './fake-tabs';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

const step = fc.record({
  act: fc.constantFrom(
    ...(['publish', 'open', 'openHidden', 'close', 'crash', 'freeze', 'thaw', 'hide', 'show'] as const),
    ...(['leave', 'return', 'goDown', 'comeUp', 'publish'] as const),
  ),
  which: fc.nat(7),
  thenMs: fc.constantFrom(0, 1, 3, 6, 50, 2_000, 13_000, 20_000, 301_000),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** A tab that was away asked a leader without a server for changes the leader never heard: without end, once. */
const askedForEver: Step[] = [
  { act: 'show', which: 0, thenMs: 20_000 },
  { act: 'leave', which: 7, thenMs: 1 },
  { act: 'publish', which: 5, thenMs: 0 },
  { act: 'publish', which: 3, thenMs: 0 },
  { act: 'open', which: 0, thenMs: 1 },
  { act: 'openHidden', which: 7, thenMs: 2_000 },
  { act: 'goDown', which: 3, thenMs: 301_000 },
];

async function play(browser: FakeTabs, { act, which, thenMs }: Step) {
  const tab = browser.tabs[which % Math.max(browser.tabs.length, 1)];
  if (act === 'publish') browser.server.publish();
  else if (act === 'goDown') browser.server.goDown();
  else if (act === 'comeUp') browser.server.isUp = true;
  else if (act === 'open' || act === 'openHidden') {
    if (browser.server.isUp) browser.open(act === 'openHidden');
  } else if (act === 'hide' || act === 'show') tab?.look(act === 'hide');
  else if (act === 'leave' || act === 'return') tab?.page(act === 'leave' ? 'pagehide' : 'pageshow');
  else tab?.[act]();
  await vi.advanceTimersByTimeAsync(thenMs);
}

it('every tab ends at the newest revision with every change heard, by at most one stream', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.boolean(), async (steps, allThaw) => {
      vi.clearAllTimers();
      const browser = new FakeTabs();
      browser.open();
      for (const one of steps) await play(browser, one);
      browser.server.isUp = true;
      for (const tab of browser.tabs) {
        if (allThaw) tab.thaw();
        tab.look(false);
        tab.page('pageshow');
      }
      await vi.advanceTimersByTimeAsync(400_000);

      const { revision } = browser.server;
      for (const { view, renderedAt, isFrozen } of browser.tabs) {
        if (isFrozen) continue;
        expect([view.connection, view.status?.revision]).toEqual(['live', revision]);
        for (let at = renderedAt + 1; at <= revision; at++)
          expect([...view.settled.keys()]).toContain(`removed-at-${at}`);
      }
      expect(browser.mostStreams).toBeLessThanOrEqual(1);
    }),
    { numRuns: 150, examples: [[askedForEver, false]] },
  );
}, 60_000);
