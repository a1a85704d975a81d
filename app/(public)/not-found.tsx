import { buttonClass } from '@/app/_ui/button';
import { getWords } from '@/app/_words/get-words';

/** What a visitor reads where there is nothing. */
export default async function NotFound() {
  const { t } = await getWords();
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-4 px-6 py-16">
      <title>{t('notFound.title')}</title>
      <meta name="robots" content="noindex" />
      <h1 className="font-semibold text-2xl tracking-tight">{t('notFound.heading')}</h1>
      <p className="text-ink-soft">{t('notFound.explanation')}</p>
      <p>
        <a href="/" className={buttonClass('primary')}>
          {t('notFound.toStatus')}
        </a>
      </p>
    </main>
  );
}
