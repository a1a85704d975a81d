'use client';

import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import type { PublicPage } from '@/lib/contracts/branding';

type LivePage = { page: PublicPage | null; hear: (page: PublicPage) => void };

const LivePageContext = createContext<LivePage>({ page: null, hear: () => {} });

/** Tells everything inside it what the page is called and how it looks: as it was rendered, then as was heard last. */
export function LivePageProvider({ page, children }: { page: PublicPage | null; children: ReactNode }) {
  const [heard, setHeard] = useState(page);
  const hear = useCallback((page: PublicPage) => setHeard(page), []);
  const value = useMemo(() => ({ page: heard, hear }), [heard, hear]);
  return <LivePageContext value={value}>{children}</LivePageContext>;
}

/** The page's name, announcement and look as they are now; null where nobody has told. */
export function useLivePage(): PublicPage | null {
  return use(LivePageContext).page;
}

/** The page's name as it is now; `rendered` where nobody has told. */
export function usePageName(rendered: string): string {
  return useLivePage()?.name ?? rendered;
}

/** For who hears of the page: tells everybody else. */
export function useHearPage(): (page: PublicPage) => void {
  return use(LivePageContext).hear;
}
