'use client';

import { Notice } from '@/app/_ui/notice';
import { Rich } from '@/app/_words/rich';
import { useWords } from '@/app/_words/words-provider';
import type { StatusState } from '@/lib/contracts/live-state';
import { Moment } from '../_time/moment';

/** Says that what is shown is the last known state, and from when. */
export function StaleNotice({ state }: { state: Pick<StatusState, 'stale' | 'staleSince'> }) {
  const { t } = useWords();
  if (!state.stale) return null;
  return (
    <Notice tone="warning">
      <strong className="font-semibold">{t('stale.warning')}</strong>{' '}
      {state.staleSince ? (
        <Rich message="stale.explanationSince" tags={{ at: <Moment at={state.staleSince} withZone /> }} />
      ) : (
        t('stale.explanation')
      )}
    </Notice>
  );
}
