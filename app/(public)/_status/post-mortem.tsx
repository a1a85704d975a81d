'use client';

import type { ReactNode } from 'react';
import { Panel } from '@/app/_ui/panel';
import { Rich } from '@/app/_words/rich';
import { useWords } from '@/app/_words/words-provider';
import { Moment } from '../_time/moment';

type PostMortemProps = { publishedAt: string; children: ReactNode };

/** What went wrong in an incident and what follows from it, as the server has rendered it. */
export function PostMortem({ publishedAt, children }: PostMortemProps) {
  const { t } = useWords();
  return (
    <Panel className="px-4 py-5 sm:px-6">
      <section aria-labelledby="post-mortem">
        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 id="post-mortem" className="font-semibold text-lg">
            {t('postMortem.title')}
          </h2>
          <p className="text-ink-faint text-sm">
            <Rich message="postMortem.published" tags={{ at: <Moment at={publishedAt} /> }} />
          </p>
        </div>
        <div dir="auto" className="w-fit max-w-[min(68ch,100%)]">
          {children}
        </div>
      </section>
    </Panel>
  );
}
