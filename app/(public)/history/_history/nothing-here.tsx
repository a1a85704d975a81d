'use client';

import { useWords } from '@/app/_words/words-provider';
import type { HistoryView } from '@/lib/contracts/history';
import { isNarrowed } from './history-address';

/** Why the page is empty: nothing ever happened, nothing matches, or this is beyond the oldest. */
export function NothingHere({ view }: { view: HistoryView }) {
  const { t } = useWords();
  const words = view.newer
    ? 'history.nothingOlder'
    : isNarrowed(view.asked)
      ? 'history.nothingFound'
      : 'history.empty';
  return <p className="py-6 text-ink-soft">{t(words)}</p>;
}
