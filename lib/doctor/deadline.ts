import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** The end of an examination, whatever the far side does: then all that is open is closed, and every wait is over. */
export type Deadline = {
  signal: AbortSignal;
  passed: Promise<void>;
  /** Waits so long, at most until the deadline. */
  pause(ms: number): Promise<void>;
  /** Waits for one of these so long, at most until the deadline. */
  atMost(ms: number, ...awaited: Promise<unknown>[]): Promise<void>;
  /** Ends it at once, so that no wait keeps the process alive. */
  release(): void;
};

export function deadlineIn(ms: number): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  // Every open exchange listens to it.
  setMaxListeners(0, signal);
  const passed = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  const timer = setTimeout(() => controller.abort(), ms);
  const pause = (ms: number) => sleep(ms, undefined, { signal }).catch(() => {});
  return {
    signal,
    passed,
    pause,
    async atMost(ms, ...awaited) {
      await Promise.race([...awaited, pause(ms)]);
    },
    release() {
      clearTimeout(timer);
      controller.abort();
    },
  };
}
