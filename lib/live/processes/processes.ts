import 'server-only';
import type { ProcessView } from '@/lib/contracts/process-figures';
import { singleton } from '@/lib/singleton';
import { ProcessBoard } from './process-board';
import { joinProcesses } from './process-exchange';
import { ProcessSampler, processId } from './process-sampler';

const sampleEveryMs = 1_000;
/** The others are told of every second sample. */
const tellEvery = 2;

const holder = singleton('processes', () => ({ board: new ProcessBoard(processId), isWatched: false }));

/** Begins to look at this process every second, and to hear of the others. The second call does nothing. */
export function watchProcesses(): void {
  if (holder.isWatched) return;
  holder.isWatched = true;
  const { board } = holder;
  const sampler = new ProcessSampler(Date.now);
  const exchange = joinProcesses((figures) => {
    if (figures.id !== processId) board.note(figures, performance.now());
  });
  let samples = 0;
  const look = () => {
    const figures = sampler.sample();
    board.note(figures, performance.now());
    if (samples++ % tellEvery === 0) exchange?.tell(figures);
    board.dropGone(performance.now());
  };
  look();
  setInterval(look, sampleEveryMs).unref();
}

/** How every process of the installation stands; without Redis this one alone. */
export function processes(): ProcessView[] {
  return holder.board.view(performance.now());
}
