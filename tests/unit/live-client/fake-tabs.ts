import type { PageEvent, StreamPorts } from '@/lib/live/client/ports';
import { StatusStream } from '@/lib/live/client/status-stream';
import { FakeEventSource } from './fake-browser';
import { FakeLocks } from './fake-locks';
import { FakeServer } from './fake-server';
import { stateAt } from './stream-in-browser';

/** A browser with several tabs of one page, which share a lock, a channel and a server. Needs vitest's fake timers. */
export class FakeTabs {
  readonly server = new FakeServer();
  readonly locks = new FakeLocks();
  readonly tabs: FakeTab[] = [];
  hasLocks = true;
  /** The most streams that were open at once in tabs that run. */
  mostStreams = 0;

  open(isHidden = false): FakeTab {
    const tab = new FakeTab(this, this.server.revision, isHidden);
    this.tabs.push(tab);
    tab.stream.start();
    return tab;
  }

  /** The streams of the tabs that run. */
  get streams(): FakeEventSource[] {
    return this.tabs.filter((tab) => !tab.isFrozen).flatMap((tab) => tab.openSources);
  }

  countStreams(): void {
    this.mostStreams = Math.max(this.mostStreams, this.streams.length);
  }
}

/** What waits for a frozen tab to go on. */
class HeldEventSource extends FakeEventSource {
  constructor(
    url: string,
    private readonly tab: FakeTab,
  ) {
    super(url);
  }

  override addEventListener(name: string, listener: (event: MessageEvent) => void): void {
    super.addEventListener(name, (event) => this.tab.deliver(() => listener(event)));
  }
}

export class FakeTab {
  readonly stream: StatusStream;
  isFrozen = false;
  private isGone = false;
  private waiting: (() => void)[] = [];
  private sources: FakeEventSource[] = [];
  private heard: ((message: unknown) => void) | null = null;
  private readonly pageListeners = new Map<PageEvent, Set<() => void>>();

  constructor(
    private readonly browser: FakeTabs,
    readonly renderedAt: number,
    private isHidden: boolean,
  ) {
    this.stream = new StatusStream(stateAt(renderedAt), this.ports());
  }

  get view() {
    return this.stream.store.getView();
  }

  get openSources(): FakeEventSource[] {
    return this.sources.filter((source) => source.readyState !== 2);
  }

  /** Runs what happens to the tab, when it runs. */
  deliver(happen: () => void): void {
    if (this.isGone) return;
    if (this.isFrozen) this.waiting.push(happen);
    else happen();
  }

  page(event: PageEvent): void {
    for (const listener of [...(this.pageListeners.get(event) ?? [])]) this.deliver(listener);
  }

  look(isHidden: boolean): void {
    this.isHidden = isHidden;
    this.page('visibilitychange');
  }

  /** Its timers stand still and nothing reaches it; what it holds, it keeps. */
  freeze(): void {
    this.isFrozen = true;
  }

  thaw(): void {
    this.isFrozen = false;
    for (const happen of this.waiting.splice(0)) this.deliver(happen);
  }

  /** Gone without a word. */
  crash(): void {
    this.isGone = true;
    this.heard = null;
    for (const source of this.sources) source.close();
    this.browser.tabs.splice(this.browser.tabs.indexOf(this), 1);
    this.browser.locks.forget(this);
  }

  close(): void {
    this.page('pagehide');
    this.crash();
  }

  private ports(): StreamPorts {
    const { browser } = this;
    return {
      openEventSource: (url) => {
        const source = new HeldEventSource(url, this);
        this.sources.push(source);
        // A tab that thaws is granted the lead and loses it in one breath.
        setTimeout(() => browser.countStreams(), 1);
        browser.server.connect(source);
        return source;
      },
      fetch: () => browser.server.answer(),
      now: () => Date.now(),
      random: () => Math.random(),
      setTimeout: (run, ms) => {
        const timer = { isOver: false };
        setTimeout(() => this.deliver(() => timer.isOver || run()), ms);
        return timer;
      },
      clearTimeout: (timer) => Object.assign(timer ?? {}, { isOver: true }),
      isOnline: () => true,
      isHidden: () => this.isHidden,
      onPage: (event, listener) => {
        const listeners = this.pageListeners.get(event) ?? new Set();
        this.pageListeners.set(event, listeners.add(listener));
        return () => listeners.delete(listener);
      },
      tabs: () => (browser.hasLocks ? this.tabPorts() : null),
    };
  }

  private tabPorts(): ReturnType<StreamPorts['tabs']> {
    const { browser } = this;
    return {
      openChannel: (heard) => {
        this.heard = heard;
        return {
          post: (message) => {
            const copy = structuredClone(message);
            for (const tab of browser.tabs.filter((one) => one !== this))
              setTimeout(() => tab.deliver(() => tab.heard?.(copy)), 1);
          },
          close: () => {
            this.heard = null;
          },
        };
      },
      seekLead: (how, listeners) => {
        let isOver = false;
        const unless = (happen: () => void) => () => this.deliver(() => isOver || happen());
        const giveUp = browser.locks.seek(this, how, {
          granted: unless(listeners.granted),
          lost: unless(listeners.lost),
          unavailable: unless(listeners.unavailable),
        });
        return () => {
          isOver = true;
          giveUp();
        };
      },
    };
  }
}
