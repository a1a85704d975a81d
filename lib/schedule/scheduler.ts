/** What begins or ends by itself, soonest first, with the time now by the same clock. */
export type Agenda = { now: Date; entries: readonly { id: string; dueAt: Date }[] };

export type SchedulerOptions = {
  /** Rejects when the database can't be asked. */
  agenda: () => Promise<Agenda>;
  /** Does what is due. Another process may have been first: it is then no failure, and nothing is done. */
  run: (id: string) => Promise<unknown>;
  warn: (what: object, message: string) => void;
  /** How long it sleeps at most: what another process planned is found in this time. */
  longestSleepMs?: number;
  /** How long it waits after a failure. */
  retryMs?: number;
};

/** A timer may fire a moment early; this keeps the next look from coming at once. */
const shortestSleepMs = 20;

/** Does what is due when it is due: sleeps until the next entry of the agenda, and looks again whenever it is woken. */
export class Scheduler {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;
  private isWanted = false;
  private isStopped = false;
  private isFailing = false;

  constructor(private readonly options: SchedulerOptions) {}

  /** Looks at the agenda now: at the start, and when something was changed. */
  readonly wake = (): void => {
    if (this.isStopped) return;
    this.isWanted = true;
    this.running ??= this.look().finally(() => {
      this.running = null;
    });
  };

  /** Begins nothing more, and settles once what was begun is done. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async look(): Promise<void> {
    const { longestSleepMs = 30_000, retryMs = 5_000, warn } = this.options;
    let sleepMs = longestSleepMs;
    while (this.isWanted && !this.isStopped) {
      this.isWanted = false;
      try {
        sleepMs = Math.min(await this.round(), longestSleepMs);
        this.isFailing = false;
      } catch (error) {
        if (!this.isFailing) warn({ err: error }, 'planned work can not be begun or ended; trying again');
        this.isFailing = true;
        sleepMs = retryMs;
        // A commit that came meanwhile changes nothing about the failure.
        this.isWanted = false;
      }
    }
    clearTimeout(this.timer);
    if (this.isStopped) return;
    this.timer = setTimeout(this.wake, Math.max(shortestSleepMs, sleepMs));
    this.timer.unref();
  }

  /** Does all that is due; answers how long nothing will be. Throws the last failure once everything was tried. */
  private async round(): Promise<number> {
    const { now, entries } = await this.options.agenda();
    let failure: unknown;
    for (const { id, dueAt } of entries) {
      if (this.isStopped) return 0;
      if (dueAt > now) {
        if (failure) break;
        return dueAt.getTime() - now.getTime();
      }
      await this.options.run(id).catch((error: unknown) => {
        failure = error;
      });
    }
    if (failure) throw failure;
    return Number.POSITIVE_INFINITY;
  }
}
