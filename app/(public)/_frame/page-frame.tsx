'use client';

import type { ReactNode } from 'react';
import { LanguageSwitch } from '@/app/_words/language-switch';
import { useWords } from '@/app/_words/words-provider';
import type { ServiceStatus } from '@/lib/domain/service-status';
import { ZoneSwitch } from '../_time/zone-switch';
import { Announcement } from './announcement';
import { Brand } from './brand';
import { FooterBranding } from './footer-branding';
import { HeaderLinks } from './header-links';
import { SignalHead } from './signal-head';

type PageFrameProps = {
  pageName: string;
  status: ServiceStatus | null;
  /** The name is the page's first heading at home, and the way home elsewhere. */
  isHome?: boolean;
  indicator?: ReactNode;
  renderedAt: number;
  children: ReactNode;
};

/** Header, main and footer around every public page. */
export function PageFrame({
  pageName,
  status,
  isHome = false,
  indicator,
  renderedAt,
  children,
}: PageFrameProps) {
  const { t } = useWords();
  return (
    <div id="top" className="sb-page mx-auto flex min-h-dvh max-w-4xl flex-col px-4 sm:px-6">
      <a
        href="#main"
        className="sr-only rounded-md bg-ink font-medium text-on-ink focus:not-sr-only focus:absolute focus:px-4 focus:py-2 focus:start-3 focus:top-3 focus:z-20"
      >
        {t('page.skip')}
      </a>
      <header className="sb-header flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-4">
        <div className="flex min-w-0 items-center gap-2.5 font-semibold text-lg">
          {isHome ? null : <SignalHead status={status} className="h-8 w-auto flex-none" />}
          {isHome ? (
            <h1 className="min-w-0">
              <Brand pageName={pageName} />
              <span className="sr-only"> – {t('page.serviceStatus')}</span>
            </h1>
          ) : (
            <a href="/" className="min-w-0 underline-offset-4 hover:underline">
              <Brand pageName={pageName} />
            </a>
          )}
        </div>
        <HeaderLinks />
        {indicator}
      </header>
      <Announcement />
      <main id="main" tabIndex={-1} className="sb-main flex flex-1 flex-col gap-7 pb-12 outline-none">
        {children}
      </main>
      <footer className="sb-footer flex flex-wrap justify-between gap-x-6 gap-y-2 border-line border-t py-5 text-ink-faint text-sm">
        <FooterBranding />
        <ZoneSwitch at={renderedAt} />
        <LanguageSwitch />
        <a href="/admin" className="min-h-6 underline-offset-4 hover:underline print:hidden">
          {t('page.signIn')}
        </a>
      </footer>
    </div>
  );
}
