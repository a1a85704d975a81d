'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Not all open pages ask at once. */
const mostWaitMs = 2_000;

type PageRefreshProps = {
  /** The page is read anew once for each of these. */
  version: string | number;
  /** Called where the server has it no more. */
  onGone?: () => void;
};

/** For what the live state does not carry: rendered while the page is outdated, it reads it anew. Shows nothing. */
export function PageRefresh({ version, onGone }: PageRefreshProps) {
  const router = useRouter();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is what asks again
  useEffect(() => {
    const timer = setTimeout(async () => {
      const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
      if (answer?.ok) router.refresh();
      if (answer?.status === 404) onGone?.();
    }, Math.random() * mostWaitMs);
    return () => clearTimeout(timer);
  }, [version, router]);
  return null;
}
