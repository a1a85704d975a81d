'use client';

import { useWords } from '@/app/_words/words-provider';
import { useLivePage } from '@/app/hooks/live-page';
import { PageLinks } from './page-links';

/** What the team says at the foot of the page: where help is, its links, and a sentence of its own. */
export function FooterBranding() {
  const { t } = useWords();
  const { support, footerLinks = [], footerText } = useLivePage()?.branding ?? {};
  const links = support ? [{ label: t('page.support'), href: support }, ...footerLinks] : footerLinks;
  if (links.length === 0 && !footerText) return null;
  return (
    <div className="flex w-full flex-wrap items-baseline justify-between gap-x-8 gap-y-2 pb-3">
      {footerText ? (
        <p dir="auto" className="w-fit max-w-[min(68ch,100%)] whitespace-pre-line">
          {footerText}
        </p>
      ) : null}
      {links.length > 0 ? <PageLinks links={links} /> : null}
    </div>
  );
}
