import Link from 'next/link';
import { Button, buttonClass } from '@/app/_ui/button';
import { signOutAction } from '../(auth)/sign-in/actions';
import { NavLink } from './nav-link';

/** Where one is, where one can go, and the way out. */
export function AdminHeader() {
  return (
    <header className="border-line border-b bg-surface">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:m-2 focus:rounded-md focus:bg-surface focus:px-4 focus:py-3"
      >
        Skip to content
      </a>
      <div className="mx-auto flex max-w-5xl flex-wrap items-center gap-x-6 px-4 sm:px-6">
        <Link href="/admin" className="flex min-h-11 items-center font-bold">
          Signalbox
        </Link>
        <nav
          aria-label="Control room"
          className="order-last -mx-3 flex w-[calc(100%+1.5rem)] sm:order-none sm:mx-0 sm:w-auto"
        >
          <NavLink href="/admin" isExact>
            Now
          </NavLink>
          <NavLink href="/admin/incidents">Incidents</NavLink>
          <NavLink href="/admin/services">Services</NavLink>
          <NavLink href="/admin/branding">Branding</NavLink>
          <NavLink href="/admin/live">Live</NavLink>
        </nav>
        <div className="ms-auto flex items-center">
          <a href="/" className={`${buttonClass('quiet')} min-h-11 px-3`}>
            View page
          </a>
          <form action={signOutAction}>
            <Button tone="quiet" className="-me-3 min-h-11 px-3">
              Sign out
            </Button>
          </form>
        </div>
      </div>
    </header>
  );
}
