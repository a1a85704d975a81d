'use client';

import { classNames } from '@/app/_ui/class-names';
import { statusTones } from '@/app/_ui/status-tones';
import { useWords } from '@/app/_words/words-provider';
import type { StatusState } from '@/lib/contracts/live-state';
import { SignalHead } from '../_frame/signal-head';
import { overallWords } from './overall-words';

/** The first thing a visitor reads: how everything is, in a headline and a sentence. */
export function Overview({ state }: { state: StatusState }) {
  const words = useWords();
  const { headline, summary } = overallWords(state, words);
  const tone = statusTones[state.statusLabel];
  const isCalm = state.statusLabel === 'operational';
  return (
    <section
      aria-labelledby="overall"
      className={classNames(
        'flex items-center gap-4 rounded-xl border p-4 shadow-panel transition-colors duration-700 sm:gap-6 sm:px-6 sm:py-5',
        isCalm ? 'border-line bg-surface' : `${tone.border} ${tone.tint}`,
      )}
      data-status={state.statusLabel}
    >
      <SignalHead
        status={state.statusLabel}
        className={classNames('h-16 w-auto flex-none', state.stale && 'opacity-50')}
      />
      <div className="min-w-0">
        <h2
          id="overall"
          className={classNames('font-semibold text-xl tracking-tight sm:text-2xl', !isCalm && tone.text)}
        >
          {state.stale ? words.t('headline.lastKnown', { headline }) : headline}
        </h2>
        <p className="mt-1 text-ink-soft">{summary}</p>
      </div>
    </section>
  );
}
