'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { classNames } from '@/app/_ui/class-names';

type NavLinkProps = { href: string; isExact?: boolean; children: ReactNode };

/** A link of the navigation that knows whether it leads to where one is. */
export function NavLink({ href, isExact = false, children }: NavLinkProps) {
  const path = usePathname();
  const isHere = path === href || (!isExact && path.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      aria-current={isHere ? 'page' : undefined}
      className={classNames(
        'flex min-h-11 flex-auto items-center justify-center border-b-2 px-1.5 font-medium text-sm sm:min-h-13 sm:flex-none sm:px-3',
        isHere ? 'border-accent text-ink' : 'border-transparent text-ink-soft hover:text-ink',
      )}
    >
      {children}
    </Link>
  );
}
