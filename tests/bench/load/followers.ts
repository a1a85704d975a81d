import { percentile } from '../percentiles';
import { Follower } from './follower';
import type { Target } from './load-stream';

export type FollowOrder = { target: Target; count: number; atOnce: number };

/** What the readers went through together. Times are of the monotonic clock, in milliseconds. */
export type Journeys = {
  connected: number;
  lost: number;
  back: number;
  attempts: number;
  missed: number;
  backwards: number;
  resets: number;
  atRevision: number;
  lastBackAt: number;
  attemptP50: number;
  attemptP99: number;
};

/** Many readers that come back. */
export class Followers {
  private followers: Follower[] = [];
  private onChange = () => {};

  /** Lets them come, `atOnce` at a time, until all are there or the time is up. Answers how many are. */
  async open({ target, count, atOnce }: FollowOrder, limitMs: number): Promise<number> {
    this.followers = Array.from({ length: count }, () => new Follower(target, () => this.onChange()));
    let begun = 0;
    const openMore = () => {
      const most = Math.min(count, this.connected() + atOnce);
      while (begun < most) this.followers[begun++]?.connect();
    };
    openMore();
    const pacing = setInterval(openMore, 5);
    await this.until(() => this.connected() === count, limitMs);
    clearInterval(pacing);
    return this.connected();
  }

  /** Waits until everyone was lost once, is back, and shows `revision` (null: whichever), or the time is up. */
  async back(revision: number | null, limitMs: number): Promise<Journeys> {
    await this.until(() => this.followers.every((each) => isBack(each, revision)), limitMs);
    const journeys = this.followers.map(({ journey }) => journey);
    const sum = (name: 'missed' | 'backwards' | 'resets' | 'attempts') =>
      journeys.reduce((total, journey) => total + journey[name], 0);
    const attemptMs = journeys.filter(({ backAt }) => backAt !== null).map((journey) => journey.attemptMs);
    return {
      connected: this.connected(),
      lost: journeys.filter(({ losses }) => losses > 0).length,
      back: this.followers.filter((each) => isBack(each, null)).length,
      attempts: sum('attempts') - journeys.length,
      missed: sum('missed'),
      backwards: sum('backwards'),
      resets: sum('resets'),
      atRevision: journeys.filter((journey) => journey.revision === revision).length,
      lastBackAt: journeys.reduce((last, { backAt }) => Math.max(last, backAt ?? 0), 0),
      attemptP50: percentile(attemptMs, 0.5),
      attemptP99: percentile(attemptMs, 0.99),
    };
  }

  close(): void {
    for (const follower of this.followers) follower.leave();
    this.followers = [];
  }

  private connected(): number {
    return this.followers.reduce((count, { isConnected }) => count + (isConnected ? 1 : 0), 0);
  }

  /** Looks every 20 ms at most: with thousands of readers a look has its price. */
  private until(isSo: () => boolean, limitMs: number): Promise<void> {
    return new Promise((resolve) => {
      let hasChanged = true;
      this.onChange = () => (hasChanged = true);
      const looking = setInterval(() => {
        if (hasChanged && isSo()) finish();
        hasChanged = false;
      }, 20);
      const limit = setTimeout(() => finish(), limitMs);
      const finish = () => {
        clearInterval(looking);
        clearTimeout(limit);
        resolve();
      };
    });
  }
}

function isBack({ journey, isConnected }: Follower, revision: number | null): boolean {
  return journey.losses > 0 && isConnected && (revision === null || (journey.revision ?? -1) >= revision);
}
