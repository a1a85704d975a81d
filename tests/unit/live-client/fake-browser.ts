import { vi } from 'vitest';
import type { EventSourceLike, PageEvent, StreamPorts } from '@/lib/live/client/ports';

/** An EventSource that a test speaks through. */
export class FakeEventSource implements EventSourceLike {
  readyState = 0;
  private lastId = '';
  private readonly listeners = new Map<string, ((event: MessageEvent) => void)[]>();

  constructor(readonly url: string) {}

  addEventListener(name: string, listener: (event: MessageEvent) => void): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }

  close(): void {
    this.readyState = 2;
  }

  open(): void {
    this.readyState = 1;
    this.emit('open', '');
  }

  /** The network broke: the browser would try again by itself. */
  break(): void {
    this.readyState = 0;
    this.emit('error', '');
  }

  /** The server refused: the browser gives up. */
  refuse(): void {
    this.readyState = 2;
    this.emit('error', '');
  }

  say(name: string, message: unknown, lastEventId = ''): void {
    this.emit(name, typeof message === 'string' ? message : JSON.stringify(message), lastEventId);
  }

  private emit(name: string, data: string, id = ''): void {
    // As the standard has it: an event without an id repeats the last one.
    this.lastId = id || this.lastId;
    const event = { data, lastEventId: this.lastId } as MessageEvent;
    for (const listener of this.listeners.get(name) ?? []) listener(event);
  }
}

type Answer = { status: number; body?: unknown; headers?: Record<string, string> } | 'unreachable';

/** A browser whose clock, network and page a test holds in its hands. Needs vitest's fake timers. */
export class FakeBrowser {
  readonly sources: FakeEventSource[] = [];
  readonly asked: RequestInit[] = [];
  answer: Answer = { status: 304 };
  random = 0.5;
  isOnline = true;
  isHidden = false;
  isEventSourceBroken = false;
  private readonly pageListeners = new Map<PageEvent, Set<() => void>>();

  readonly ports: StreamPorts = {
    openEventSource: (url) => {
      if (this.isEventSourceBroken) throw new Error('No EventSource here.');
      const source = new FakeEventSource(url);
      this.sources.push(source);
      return source;
    },
    fetch: async (_url, init) => {
      this.asked.push(init);
      if (this.answer === 'unreachable') throw new TypeError('Failed to fetch');
      const { status, body, headers } = this.answer;
      return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
    },
    now: () => Date.now(),
    random: () => this.random,
    setTimeout: (run, ms) => setTimeout(run, ms),
    clearTimeout: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
    isOnline: () => this.isOnline,
    isHidden: () => this.isHidden,
    onPage: (event, listener) => {
      const listeners = this.pageListeners.get(event) ?? new Set();
      this.pageListeners.set(event, listeners.add(listener));
      return () => listeners.delete(listener);
    },
    tabs: () => null,
  };

  get source(): FakeEventSource {
    const last = this.sources.at(-1);
    if (!last) throw new Error('No stream was opened.');
    return last;
  }

  page(event: PageEvent): void {
    for (const listener of [...(this.pageListeners.get(event) ?? [])]) listener();
  }

  get pageListenerCount(): number {
    return [...this.pageListeners.values()].reduce((sum, listeners) => sum + listeners.size, 0);
  }

  async pass(ms: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(ms);
  }
}
