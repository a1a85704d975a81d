import Link from 'next/link';
import type { ReactNode } from 'react';

type PageTitleProps = { children: ReactNode; back?: { href: string; label: string }; action?: ReactNode };

/** The page's heading, the way back, and the one thing to do beside it. */
export function PageTitle({ children, back, action }: PageTitleProps) {
  return (
    <div className="mb-5 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="min-w-0">
        {back ? (
          <Link href={back.href} className="text-link inline-flex min-h-11 items-center text-sm">
            ← {back.label}
          </Link>
        ) : null}
        <h1 className="font-bold text-xl">{children}</h1>
      </div>
      {action}
    </div>
  );
}
