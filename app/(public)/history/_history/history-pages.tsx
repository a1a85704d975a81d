'use client';

import { buttonClass } from '@/app/_ui/button';
import { useWords } from '@/app/_words/words-provider';
import type { HistoryView } from '@/lib/contracts/history';
import { historyAddress } from './history-address';

/** The ways to newer and older entries, where there are any. */
export function HistoryPages({ view: { asked, newer, older } }: { view: HistoryView }) {
  const { t } = useWords();
  if (!newer && !older) return null;
  return (
    <nav aria-label={t('history.pages')} className="flex justify-between gap-4 print:hidden">
      {newer ? (
        <a rel="prev" href={historyAddress(asked, { after: newer })} className={buttonClass()}>
          {t('history.newer')}
        </a>
      ) : (
        <span />
      )}
      {older ? (
        <a rel="next" href={historyAddress(asked, { before: older })} className={buttonClass()}>
          {t('history.older')}
        </a>
      ) : null}
    </nav>
  );
}
