import type { ReactNode } from 'react';
import { AdminHeader } from '../_shell/admin-header';

/** The frame of the control room. It guards nothing: every page and every action asks who for itself. */
export default function ControlLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <AdminHeader />
      <main
        id="main"
        className="mx-auto w-full max-w-5xl flex-1 px-4 pt-5 pb-24 sm:px-6 [&_:is(a,button,input,select,summary,textarea)]:scroll-my-24"
      >
        {children}
      </main>
    </div>
  );
}
