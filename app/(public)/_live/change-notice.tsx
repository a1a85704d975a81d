'use client';

import { useEffect, useState } from 'react';
import { useWords } from '@/app/_words/words-provider';
import type { StateChange } from '@/lib/live/client/state-changes';
import { changeSentences } from './change-sentences';

const farDownPx = 160;

/** Tells a reader who is further down that something changed above, instead of moving the page. */
export function ChangeNotice({ changes }: { changes: readonly StateChange[] }) {
  const words = useWords();
  const [shown, setShown] = useState<readonly StateChange[]>([]);
  useEffect(() => {
    if (changes.length > 0 && window.scrollY > farDownPx) setShown(changes);
  }, [changes]);
  useEffect(() => {
    if (shown.length === 0) return;
    const hideAtTop = () => window.scrollY <= farDownPx && setShown([]);
    window.addEventListener('scroll', hideAtTop, { passive: true });
    return () => window.removeEventListener('scroll', hideAtTop);
  }, [shown]);

  if (shown.length === 0) return null;
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-4 z-10 flex justify-center px-4 print:hidden">
      <div className="pointer-events-auto flex max-w-xl items-center gap-3 rounded-lg bg-ink py-2 ps-4 pe-2 text-on-ink text-sm shadow-float">
        <span className="line-clamp-2">{changeSentences(shown, words)}</span>
        <a
          href="#top"
          className="flex-none rounded-md px-2.5 py-1.5 font-semibold underline underline-offset-4"
        >
          {words.t('change.show')}
        </a>
        <button
          type="button"
          onClick={() => setShown([])}
          className="grid size-8 flex-none place-items-center rounded-md"
          aria-label={words.t('change.dismiss')}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 stroke-current" strokeWidth="1.8">
            <path d="M4 4l8 8M12 4l-8 8" strokeLinecap="round" />
          </svg>
        </button>
      </div>
    </div>
  );
}
