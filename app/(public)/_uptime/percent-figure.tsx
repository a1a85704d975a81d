import { useWords } from '@/app/_words/words-provider';
import { percentWords } from './uptime-words';

/** Per cent in a column of its own; a dash where nothing is known. The bars' summary says it in words. */
export function PercentFigure({ percent }: { percent: number | null }) {
  const words = useWords();
  return (
    <span
      aria-hidden="true"
      className="w-16 flex-none text-end text-ink-soft text-sm tabular-nums"
      suppressHydrationWarning
    >
      {percent === null ? '–' : percentWords(words, percent)}
    </span>
  );
}
