const beatsUntilDead = 2.5;

/** Learns how often the server's heart beats, to know when its silence means a dead connection. */
export class Heartbeat {
  private gaps: number[] = [];
  private lastPingAt: number | null = null;

  /** A new connection began: the gap to its first ping says nothing. */
  begin(): void {
    this.lastPingAt = null;
  }

  ping(now: number): void {
    // The largest of a few gaps counts: a throttled tab sees several pings at once.
    if (this.lastPingAt !== null) this.gaps = [...this.gaps.slice(-2), now - this.lastPingAt];
    this.lastPingAt = now;
  }

  /** How long silence may last before the connection counts as dead. */
  get patienceMs(): number {
    const interval = this.gaps.length > 0 ? Math.max(...this.gaps) : 15_000;
    return beatsUntilDead * Math.min(Math.max(interval, 1_000), 60_000);
  }
}
