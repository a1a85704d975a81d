import type { LeadListeners } from '@/lib/live/client/tab-ports';

type Claim = { listeners: LeadListeners; owner: object };

/** One lock with its line, as Web Locks keeps it: the one who leaves passes it on, who steals it gets it at once. */
export class FakeLocks {
  private holder: Claim | null = null;
  private line: Claim[] = [];

  seek(owner: object, how: 'wait' | 'take', listeners: LeadListeners): () => void {
    const claim = { owner, listeners };
    if (how === 'wait') this.line.push(claim);
    else {
      const robbed = this.holder;
      this.holder = claim;
      setTimeout(() => {
        robbed?.listeners.lost();
        if (this.holder === claim) listeners.granted();
      }, 1);
    }
    this.passOn();
    return () => this.drop((one) => one === claim);
  }

  /** A tab is gone, and with it all it held or waited for. */
  forget(owner: object): void {
    this.drop((one) => one.owner === owner);
  }

  private drop(isGone: (claim: Claim) => boolean): void {
    this.line = this.line.filter((one) => !isGone(one));
    if (this.holder && isGone(this.holder)) this.holder = null;
    this.passOn();
  }

  private passOn(): void {
    if (this.holder) return;
    const next = this.line.shift();
    if (!next) return;
    this.holder = next;
    setTimeout(() => {
      if (this.holder === next) next.listeners.granted();
    }, 1);
  }
}
