import type { ProcessFigures, ProcessHistory, ProcessView } from '@/lib/contracts/process-figures';

/** A process not heard of for this long is gone. */
const goneAfterMs = 10_000;
/** Two minutes, a point every two seconds. */
const mostPoints = 60;
const pointEveryMs = 2_000;
/** More processes than any installation has: whoever floods the channel must not fill the memory. */
const mostProcesses = 200;

type Entry = { figures: ProcessFigures; history: ProcessHistory; heardAt: number; pointAt: number };

/** What this process knows of all processes of the installation. Knows no clock and no network. */
export class ProcessBoard {
  private readonly entries = new Map<string, Entry>();

  /** `here` is the id of the process that this is. */
  constructor(private readonly here: string) {}

  /** Takes in how a process stands; `now` in milliseconds by a clock that is never set back. */
  note(figures: ProcessFigures, now: number): void {
    const known = this.entries.get(figures.id);
    if (!known && this.entries.size >= mostProcesses) return;
    const entry = known ?? { figures, history: noHistory(), heardAt: now, pointAt: Number.NEGATIVE_INFINITY };
    entry.figures = figures;
    entry.heardAt = now;
    // A little less, because messages do not come to the millisecond.
    if (now - entry.pointAt >= pointEveryMs - 500) {
      entry.pointAt = now;
      addPoint(entry.history, figures);
    }
    this.entries.set(figures.id, entry);
  }

  /** Forgets who is gone. */
  dropGone(now: number): void {
    for (const [id, { heardAt }] of this.entries) if (now - heardAt > goneAfterMs) this.entries.delete(id);
  }

  /** Every process there is: this one first, then by name. */
  view(now: number): ProcessView[] {
    this.dropGone(now);
    return [...this.entries.values()]
      .map(({ figures, history, heardAt }) => ({
        ...figures,
        history,
        isHere: figures.id === this.here,
        silentFor: now - heardAt,
      }))
      .sort((a, b) => Number(b.isHere) - Number(a.isHere) || a.id.localeCompare(b.id));
  }
}

function noHistory(): ProcessHistory {
  return { open: [], events: [], publishToWrite: [], lag: [] };
}

function addPoint(history: ProcessHistory, figures: ProcessFigures): void {
  const { open, events, publishToWrite, lag } = figures;
  const point = { open, events, publishToWrite: publishToWrite?.p99 ?? 0, lag };
  for (const name of Object.keys(point) as (keyof ProcessHistory)[]) {
    history[name].push(point[name]);
    if (history[name].length > mostPoints) history[name].shift();
  }
}
