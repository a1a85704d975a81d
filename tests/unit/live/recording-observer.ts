import { afterEach, beforeEach } from 'vitest';
import { type LiveObserver, liveObserver, observeLive } from '@/lib/live/live-observer';

/** Writes down what each test of the file makes the live room tell: `closed left`, `fanOut 0.1 3`. */
export function observedInEachTest(): { told: string[] } {
  const record = { told: [] as string[] };
  let before: LiveObserver;
  beforeEach(() => {
    record.told = [];
    before = liveObserver();
    const write = (_: object, name: string) =>
      name in before && ((...words: unknown[]) => void record.told.push([name, ...words].join(' ')));
    observeLive(new Proxy({} as LiveObserver, { get: write as never }));
  });
  afterEach(() => observeLive(before));
  return record;
}
