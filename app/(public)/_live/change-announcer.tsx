'use client';

import { useWords } from '@/app/_words/words-provider';
import type { StateChange } from '@/lib/live/client/state-changes';
import { changeSentences } from './change-sentences';

/** Says to screen readers, politely and in words, what just changed. */
export function ChangeAnnouncer({ changes }: { changes: readonly StateChange[] }) {
  const words = useWords();
  return (
    <p className="sr-only" role="status" aria-live="polite" data-testid="announcement">
      {changeSentences(changes, words)}
    </p>
  );
}
