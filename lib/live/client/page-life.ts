import type { PageEvent, StreamPorts, Timer } from './ports';

const hiddenUntilPauseMs = 5 * 60_000;

export type LifeListeners = {
  /** Nobody looks: close everything. */
  pause(): void;
  /** Somebody looks again. */
  resume(): void;
  /** Nobody looks for now. */
  hidden(): void;
  offline(): void;
  online(): void;
};

/** Turns what the browser says of the page into five words: pause, resume, hidden, offline, online. */
export class PageLife {
  private stops: (() => void)[] = [];
  private hiding: Timer = null;
  private isPaused = false;

  constructor(
    private readonly ports: StreamPorts,
    private readonly listeners: LifeListeners,
  ) {}

  /** Begins to listen; false when it already did. */
  start(): boolean {
    if (this.stops.length > 0) return false;
    this.isPaused = false;
    const on = (event: PageEvent, listener: () => void) =>
      this.stops.push(this.ports.onPage(event, listener));
    on('pagehide', () => this.pause());
    on('pageshow', () => this.resume());
    on('freeze', () => this.pause());
    on('resume', () => {
      if (!this.ports.isHidden()) this.resume();
    });
    on('visibilitychange', () => {
      if (!this.ports.isHidden()) return this.show();
      this.hide();
      if (!this.isPaused) this.listeners.hidden();
    });
    for (const event of ['offline', 'online'] as const) {
      on(event, () => {
        if (!this.isPaused) this.listeners[event]();
      });
    }
    if (this.ports.isHidden()) this.hide();
    return true;
  }

  stop(): void {
    for (const stop of this.stops) stop();
    this.stops = [];
    this.ports.clearTimeout(this.hiding);
  }

  private hide(): void {
    this.ports.clearTimeout(this.hiding);
    this.hiding = this.ports.setTimeout(() => this.pause(), hiddenUntilPauseMs);
  }

  private show(): void {
    this.ports.clearTimeout(this.hiding);
    this.resume();
  }

  private pause(): void {
    if (this.isPaused) return;
    this.isPaused = true;
    this.listeners.pause();
  }

  private resume(): void {
    if (!this.isPaused) return;
    this.isPaused = false;
    this.listeners.resume();
  }
}
