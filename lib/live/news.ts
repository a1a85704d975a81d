import { Frame } from './frame';
import type { ShownState } from './shown-state';

/** One piece of news for everyone. */
export type NewsItem = {
  /** What goes before the state: named events, or someone else's message, which comes without a state. */
  lead: string;
  shown: ShownState | null;
  /** Readers forget what they had. */
  isReset: boolean;
  /** When it happened, in epoch milliseconds, where that is known. */
  at: number | null;
};

/** The news that some readers have not been brought yet, numbered in order. */
export class News {
  /** The number of the newest piece. */
  head = 0;
  private items: NewsItem[] = [];
  private readonly frames = new Map<number, Frame>();

  add(item: NewsItem): void {
    this.items.push(item);
    this.head += 1;
    this.frames.clear();
  }

  /** All that came after number `position`, in one frame: every change in order, and of the states the newest alone. */
  since(position: number): Frame {
    const known = this.frames.get(position);
    if (known) return known;
    const frame = merge(this.items.slice(this.items.length - (this.head - position)));
    this.frames.set(position, frame);
    return frame;
  }

  /** Everyone has been brought everything. Answers what that was. */
  clear(): NewsItem[] {
    const told = this.items;
    this.items = [];
    this.frames.clear();
    return told;
  }
}

function merge(items: readonly NewsItem[]): Frame {
  const [only] = items;
  if (items.length === 1 && only?.lead === '' && only.shown) {
    return only.isReset ? only.shown.resetFrame : only.shown.frame;
  }
  const newest = items.findLastIndex(({ shown }) => shown !== null);
  const shown = items[newest]?.shown;
  const isReset = items.some((item) => item.isReset);
  // Changes that lead to a state which is to replace everything would be told for nothing.
  const before = isReset ? [] : items.slice(0, newest + 1).map(({ lead }) => lead);
  const after = items.slice(newest + 1).map(({ lead }) => lead);
  const state = isReset ? shown?.resetFrame : shown?.frame;
  const text = [...before, state?.text, ...after].join('');
  return new Frame(text, state && { frame: state, since: Buffer.byteLength(after.join('')) });
}
