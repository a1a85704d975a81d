'use client';

import { useWords } from '@/app/_words/words-provider';
import { useLivePage } from '@/app/hooks/live-page';
import { PageLinks } from './page-links';

/** The team's own links beside the page's name. */
export function HeaderLinks() {
  const { t } = useWords();
  const links = useLivePage()?.branding?.headerLinks ?? [];
  if (links.length === 0) return null;
  return (
    <nav
      aria-label={t('page.links')}
      className="order-last w-full text-ink-soft text-sm sm:order-none sm:ms-auto sm:w-auto print:hidden"
    >
      <PageLinks links={links} />
    </nav>
  );
}
