import type { StreamPorts, Timer } from './ports';

/** Timers by name, at most one of each: setting one again moves it. */
export class NamedTimers<Name extends string> {
  private readonly timers = new Map<Name, Timer>();

  constructor(private readonly ports: Pick<StreamPorts, 'setTimeout' | 'clearTimeout'>) {}

  set(name: Name, ms: number, run: () => void): void {
    this.clear(name);
    this.timers.set(name, this.ports.setTimeout(run, ms));
  }

  clear(name: Name): void {
    this.ports.clearTimeout(this.timers.get(name));
    this.timers.delete(name);
  }

  clearAll(): void {
    for (const name of this.timers.keys()) this.clear(name);
  }
}
