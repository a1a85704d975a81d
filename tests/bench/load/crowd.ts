import { percentile } from '../percentiles';
import { monotonicMs, readStamp } from '../stamp';
import { LoadStream, type Target } from './load-stream';
import type { AnswerHead } from './wire-reader';

export type OpenOrder = { target: Target; count: number; atOnce: number; limitMs: number };
export type Opened = { open: number; failed: number; ms: number; head: AnswerHead | null };
export type Latencies = { p50: number; p90: number; p99: number; max: number; samples: number };

/** Many streams that stay open and tell when each message reached them. */
export class Crowd {
  private readonly streams = new Set<LoadStream>();
  private readonly arrivals = new Map<string, number>();
  private latencies: number[] = [];
  private waiting: (() => void)[] = [];

  /** Opens `count` streams, `atOnce` at a time. One counts as open at its first block. */
  async open({ target, count, atOnce, limitMs }: OpenOrder): Promise<Opened> {
    const begun = monotonicMs();
    const result: Opened = { open: 0, failed: 0, ms: 0, head: null };
    let asked = 0;
    await new Promise<void>((resolve) => {
      const limit = setTimeout(resolve, limitMs);
      const next = () => {
        if (result.open + result.failed === count) {
          clearTimeout(limit);
          resolve();
        } else if (asked < count) {
          asked++;
          this.openOne(target, (isOpen, head) => {
            result[isOpen ? 'open' : 'failed']++;
            result.head ??= head;
            next();
          });
        }
      };
      for (let i = 0; i < Math.min(atOnce, count); i++) next();
    });
    return { ...result, failed: count - result.open, ms: monotonicMs() - begun };
  }

  private openOne(target: Target, settle: (isOpen: boolean, head: AnswerHead | null) => void): void {
    let head: AnswerHead | null = null;
    let isSettled = false;
    const settleOnce = (isOpen: boolean) => {
      if (isSettled) return;
      isSettled = true;
      settle(isOpen, head);
    };
    const stream = new LoadStream(target, {
      onHead: (read) => {
        head = read;
        if (read.status !== 200) stream.close();
      },
      onBlock: ({ id, data }) => {
        settleOnce(true);
        const stamp = data === null ? null : readStamp(data);
        if (stamp) this.arrived(`message ${stamp.number}`, monotonicMs() - stamp.sentAt);
        else if (id !== null) this.arrived(`id ${id}`);
      },
      onClose: () => {
        this.streams.delete(stream);
        settleOnce(false);
      },
    });
    this.streams.add(stream);
  }

  private arrived(what: string, latencyMs?: number): void {
    this.arrivals.set(what, (this.arrivals.get(what) ?? 0) + 1);
    if (latencyMs !== undefined) this.latencies.push(latencyMs);
    for (const check of this.waiting) check();
  }

  /** Waits until `count` streams got `what` (`message 7`, `id 42`), or the time is up. Answers how many did. */
  async heard(what: string, count: number, limitMs: number): Promise<number> {
    const got = () => this.arrivals.get(what) ?? 0;
    await new Promise<void>((resolve) => {
      const finish = () => {
        clearTimeout(limit);
        this.waiting = this.waiting.filter((each) => each !== check);
        resolve();
      };
      const limit = setTimeout(finish, limitMs);
      const check = () => got() >= count && finish();
      this.waiting.push(check);
      check();
    });
    return got();
  }

  /** In milliseconds, of every stamped message on every stream since the last call. */
  takeLatencies(): Latencies {
    const taken = this.latencies;
    this.latencies = [];
    const at = (share: number) => percentile(taken, share);
    return { p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1), samples: taken.length };
  }

  counts(): { open: number; bytes: number } {
    let bytes = 0;
    for (const stream of this.streams) bytes += stream.bytes;
    return { open: this.streams.size, bytes };
  }

  /** Closes all and forgets what was heard. */
  close(): void {
    for (const stream of this.streams) stream.close();
    this.streams.clear();
    this.arrivals.clear();
    this.latencies = [];
  }
}
