'use client';

import { Button } from '@/app/_ui/button';
import { useWords } from '@/app/_words/words-provider';

/** What a visitor reads when the page itself fails. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  const { t } = useWords();
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-4 px-6 py-16">
      <title>{t('error.title')}</title>
      <h1 className="font-semibold text-2xl tracking-tight">{t('error.heading')}</h1>
      <p className="text-ink-soft">{t('error.explanation')}</p>
      <p>
        <Button type="button" tone="primary" onClick={reset}>
          {t('error.retry')}
        </Button>
      </p>
    </main>
  );
}
