type Limits = { entries: number; bytes: number };

/** Keeps the entries that were asked for last, up to so many and so much; the others are forgotten. */
export class RecentStore<Entry extends { bytes: number }> {
  /** In the order in which they were last asked for, as a Map keeps the order of insertion. */
  private readonly entries = new Map<string, Entry>();
  private bytes = 0;

  constructor(private readonly limits: Limits) {}

  get(key: string): Entry | undefined {
    const entry = this.entries.get(key);
    if (!entry) return;
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry;
  }

  set(key: string, entry: Entry): void {
    this.delete(key);
    this.entries.set(key, entry);
    this.bytes += entry.bytes;
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= this.limits.entries && this.bytes <= this.limits.bytes) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    this.bytes -= this.entries.get(key)?.bytes ?? 0;
    this.entries.delete(key);
  }

  /** The keys of what passes, the last asked for first. */
  keysWhere(passes: (entry: Entry) => boolean): string[] {
    return [...this.entries]
      .filter(([, entry]) => passes(entry))
      .map(([key]) => key)
      .reverse();
  }
}
