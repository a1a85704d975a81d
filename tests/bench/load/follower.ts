import { backoffMs, retryAfterMs } from '@/lib/live/client/backoff';
import { monotonicMs } from '../stamp';
import type { StreamBlock } from './event-reader';
import { LoadStream, type Target } from './load-stream';
import type { AnswerHead } from './wire-reader';

/** What one reader went through. Times are of the monotonic clock, in milliseconds. */
export type Journey = {
  revision: number | null;
  /** Revisions that neither an event nor a reset accounted for. */
  missed: number;
  backwards: number;
  resets: number;
  losses: number;
  attempts: number;
  lostAt: number | null;
  backAt: number | null;
  /** How long the attempt that succeeded took to its first block. */
  attemptMs: number;
};

/** One reader that comes back as the contract asks: `retry`, `Last-Event-ID`, full jitter. */
export class Follower {
  readonly journey: Journey = {
    ...{ revision: null, missed: 0, backwards: 0, resets: 0, losses: 0, attempts: 0 },
    ...{ lostAt: null, backAt: null, attemptMs: 0 },
  };
  private stream: LoadStream | undefined;
  private timer: NodeJS.Timeout | undefined;
  private lastId: string | null = null;
  private floorMs = 2_000;
  /** What the last refusal asked for: it holds for one wait. */
  private refusalMs = 0;
  private failures = 0;
  private isHere = false;
  private triedAt = 0;

  constructor(
    private readonly target: Target,
    private readonly onChange: () => void,
  ) {}

  connect(): void {
    this.triedAt = monotonicMs();
    this.journey.attempts++;
    const resume: Record<string, string> = this.lastId === null ? {} : { 'Last-Event-ID': this.lastId };
    const target = { ...this.target, headers: { ...this.target.headers, ...resume } };
    this.stream = new LoadStream(target, {
      onHead: (head) => this.refusedBy(head),
      onBlock: (block) => this.take(block),
      onClose: () => this.lost(),
    });
  }

  leave(): void {
    clearTimeout(this.timer);
    this.stream?.close();
    this.stream = undefined;
  }

  get isConnected(): boolean {
    return this.isHere;
  }

  private refusedBy({ status, headers }: AnswerHead): void {
    if (status === 200) return;
    this.refusalMs = retryAfterMs(headers['retry-after'] ?? null, Date.now()) ?? 0;
    this.stream?.close();
  }

  private lost(): void {
    if (!this.stream) return;
    if (this.isHere) {
      this.journey.losses++;
      this.journey.lostAt = monotonicMs();
    }
    this.isHere = false;
    const waitMs = Math.max(this.floorMs, this.refusalMs, backoffMs(this.failures++, Math.random));
    this.refusalMs = 0;
    this.timer = setTimeout(() => this.connect(), waitMs);
    this.onChange();
  }

  private take({ event, id, retryMs, data }: StreamBlock): void {
    if (!this.isHere) {
      this.isHere = true;
      this.failures = 0;
      this.journey.attemptMs = monotonicMs() - this.triedAt;
      if (this.journey.lostAt !== null) this.journey.backAt = monotonicMs();
      this.onChange();
    }
    if (retryMs !== null) this.floorMs = retryMs;
    if (data === null) return;
    // nchan's ids are no revisions; they only go back with the next request.
    if (id !== null) this.lastId = id;
    if (event.includes('.')) this.account(revisionIn(data));
    else if (event === 'message' && id !== null && /^\d+$/.test(id)) this.accountState(Number(id), data);
  }

  private account(revision: number): void {
    const { journey } = this;
    if (journey.revision === null) return;
    if (revision <= journey.revision) journey.backwards++;
    else {
      journey.missed += revision - journey.revision - 1;
      journey.revision = revision;
    }
  }

  private accountState(revision: number, json: string): void {
    const { journey } = this;
    if (json.endsWith('"reset":true}')) journey.resets++;
    else if (journey.revision !== null && revision > journey.revision)
      journey.missed += revision - journey.revision;
    else if (journey.revision !== null && revision < journey.revision) journey.backwards++;
    journey.revision = revision;
    this.onChange();
  }
}

/** A named event's data begins with its revision. */
function revisionIn(json: string): number {
  return Number(/^\{"revision":(\d+)/.exec(json)?.[1]);
}
