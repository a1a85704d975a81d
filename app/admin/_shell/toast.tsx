'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { Notice } from '@/app/_ui/notice';
import { useForgetfulAddress } from './use-forgetful-address';

/** What was done, at the lower edge and without taking the focus: for acts that are done several in a row. */
export function Toast({ children, action }: { children: ReactNode; action?: ReactNode }) {
  const [isSpoken, setSpoken] = useState(false);
  useForgetfulAddress();
  // Screen readers speak what changes inside a live region, not a region that arrives with its words.
  useEffect(() => setSpoken(true), []);
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-0 z-20 px-4 pb-[max(1rem,env(safe-area-inset-bottom))]">
      <Notice
        tone="success"
        className="pointer-events-auto mx-auto flex max-w-xl flex-wrap items-center justify-between gap-x-3 gap-y-1 font-medium shadow-float"
      >
        <p>{children}</p>
        {action}
      </Notice>
      <p role="status" className="sr-only">
        {isSpoken ? children : null}
      </p>
    </div>
  );
}
