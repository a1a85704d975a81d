import { act } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import type { StatusState } from '@/lib/contracts/live-state';
import { FakeEventSource } from '../../unit/live-client/fake-browser';

/** Stands in for the browser's EventSource and fetch in each test of a file; speaks through the newest stream. */
export function withFakeStream() {
  let sources: FakeEventSource[] = [];
  beforeEach(() => {
    sources = [];
    class Opened extends FakeEventSource {
      constructor(url: string) {
        super(url);
        sources.push(this);
      }
    }
    vi.stubGlobal('EventSource', Opened);
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('Failed to fetch')));
  });
  afterEach(() => vi.unstubAllGlobals());
  const newest = () => sources.at(-1) as FakeEventSource;
  return {
    sources: () => sources,
    open: () => act(() => newest().open()),
    break: () => act(() => newest().break()),
    state: (state: Partial<StatusState>) =>
      act(() => newest().say('message', state, state.revision === undefined ? '' : String(state.revision))),
    event: (name: string, message: unknown) => act(() => newest().say(name, message)),
  };
}
