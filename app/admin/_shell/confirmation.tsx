'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { Notice } from '@/app/_ui/notice';

/**
 * What was done, said once. It comes with the address, so it survives a redirect without JavaScript;
 * with it, it takes the focus, and the address forgets it so that a reload does not say it again.
 */
export function Confirmation({ children }: { children: ReactNode }) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    notice.current?.focus({ preventScroll: false });
    const url = new URL(window.location.href);
    for (const name of ['done', 'count', 'service', 'was', 'at']) url.searchParams.delete(name);
    window.history.replaceState(null, '', url);
  }, []);
  return (
    <div ref={notice} role="status" tabIndex={-1} className="mb-5 rounded-lg">
      <Notice tone="success" className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium">
        {children}
      </Notice>
    </div>
  );
}
