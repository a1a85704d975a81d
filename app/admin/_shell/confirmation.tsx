'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { Notice } from '@/app/_ui/notice';
import { useForgetfulAddress } from './use-forgetful-address';

/** What was done, at the head of the page. It takes the focus, so that it is read out and seen. */
export function Confirmation({ children }: { children: ReactNode }) {
  const notice = useRef<HTMLDivElement>(null);
  useForgetfulAddress();
  useEffect(() => notice.current?.focus(), []);
  return (
    <div ref={notice} role="status" tabIndex={-1} className="mb-5 rounded-lg">
      <Notice tone="success" className="font-medium">
        {children}
      </Notice>
    </div>
  );
}
