import type { StatusState } from '@/lib/contracts/live-state';
import { PageLife } from './page-life';
import type { StreamPorts } from './ports';
import { StatusStore } from './status-store';
import { TabGroup } from './tab-group';

/** Keeps one page up to date, with one stream for all tabs of a browser. Knows no framework. */
export class StatusStream {
  readonly store: StatusStore;
  private readonly group: TabGroup;
  private readonly life: PageLife;

  constructor(initial: StatusState | null, ports: StreamPorts) {
    this.store = new StatusStore(initial);
    this.group = new TabGroup(this.store, ports);
    this.life = new PageLife(ports, {
      pause: () => this.group.leave(),
      resume: () => this.group.join(),
      hidden: () => this.group.stepBack(),
      offline: () => this.group.offline(),
      online: () => this.group.online(),
    });
  }

  start(): void {
    if (this.life.start()) this.group.join();
  }

  stop(): void {
    this.life.stop();
    this.group.leave();
  }
}
