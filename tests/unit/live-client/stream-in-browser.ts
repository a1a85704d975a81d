import { afterEach, beforeEach, vi } from 'vitest';
import type { StatusState } from '@/lib/contracts/live-state';
import { StatusStream } from '@/lib/live/client/status-stream';
import { FakeBrowser } from './fake-browser';

export const now = '2026-11-20T08:00:00.000Z';

/** A state that says little, at a revision. */
export const stateAt = (revision: number, more: Partial<StatusState> = {}): StatusState => ({
  statusLabel: 'operational',
  services: [],
  incidents: [],
  maintenances: [],
  revision,
  updatedAt: now,
  ...more,
});

/** Gives each test of a file a browser and a page in it, rendered at revision 7. */
export function inBrowser() {
  const held = {} as { browser: FakeBrowser; stream: StatusStream };
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse(now) });
    held.browser = new FakeBrowser();
    held.stream = new StatusStream(stateAt(7), held.browser.ports);
  });
  afterEach(() => {
    held.stream.stop();
    vi.useRealTimers();
  });
  return {
    held,
    view: () => held.stream.store.getView(),
    openStream() {
      held.stream.start();
      held.browser.source.open();
    },
  };
}
