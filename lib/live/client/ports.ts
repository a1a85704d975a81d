import { browserTabs, type TabPorts } from './tab-ports';

/** The part of EventSource that the stream uses. */
export type EventSourceLike = {
  readonly readyState: number;
  addEventListener(name: string, listener: (event: MessageEvent) => void): void;
  close(): void;
};

export type PageEvent =
  | 'pagehide'
  | 'pageshow'
  | 'freeze'
  | 'resume'
  | 'visibilitychange'
  | 'online'
  | 'offline';

/** A pending timer, opaque. */
export type Timer = unknown;

/** Everything the stream asks of its surroundings, so that tests can stand in for them. */
export type StreamPorts = {
  openEventSource(url: string): EventSourceLike;
  fetch(url: string, init: RequestInit): Promise<Response>;
  now(): number;
  random(): number;
  setTimeout(run: () => void, ms: number): Timer;
  clearTimeout(timer: Timer): void;
  isOnline(): boolean;
  isHidden(): boolean;
  /** Listens to the page's life; returns how to stop. */
  onPage(event: PageEvent, listener: () => void): () => void;
  /** What lets the tabs of this browser share one stream; null where it can't. */
  tabs(): TabPorts | null;
};

const ofDocument: readonly PageEvent[] = ['visibilitychange', 'freeze', 'resume'];

/** The browser's own clock, network and page. */
export function browserPorts(): StreamPorts {
  return {
    openEventSource: (url) => new EventSource(url),
    fetch: (url, init) => fetch(url, init),
    now: () => Date.now(),
    random: () => Math.random(),
    setTimeout: (run, ms) => setTimeout(run, ms),
    clearTimeout: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
    isOnline: () => navigator.onLine,
    isHidden: () => document.hidden,
    onPage: (event, listener) => {
      const target: EventTarget = ofDocument.includes(event) ? document : window;
      target.addEventListener(event, listener);
      return () => target.removeEventListener(event, listener);
    },
    tabs: browserTabs,
  };
}
