const beatsUntilDead = 2.5;

/** Learns how often the server's heart beats, to know when its silence means a dead connection. */
export class Heartbeat {
  private gaps: number[] = [];
  private last: { heardAt: number; sentAt: number } | null = null;

  /** A new connection began: the gap to its first ping says nothing. */
  begin(): void {
    this.last = null;
  }

  /** A ping was heard now; `sentAt` is the server's time in it, NaN when it told none. */
  ping(heardAt: number, sentAt: number): void {
    const { last } = this;
    if (last !== null) {
      // A tab that was frozen hears several at once, and one on a slow line hears them late: the larger gap counts.
      const gap = Math.max(heardAt - last.heardAt, sentAt - last.sentAt || 0);
      this.gaps = [...this.gaps.slice(-2), gap];
    }
    this.last = { heardAt, sentAt };
  }

  /** How long silence may last before the connection counts as dead. */
  get patienceMs(): number {
    const interval = this.gaps.length > 0 ? Math.max(...this.gaps) : 15_000;
    return beatsUntilDead * Math.min(Math.max(interval, 1_000), 60_000);
  }
}
