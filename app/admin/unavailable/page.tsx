import type { Metadata } from 'next';
import { buttonClass } from '@/app/_ui/button';
import type { SearchParams } from '@/app/admin/_shell/search-params';
import { safeNext } from '@/lib/auth/safe-next';

export const metadata: Metadata = { title: 'The database does not answer' };

/** Where admins land while nobody can be told from a stranger. It asks for nothing itself and shows nothing. */
export default async function UnavailablePage({ searchParams }: { searchParams: SearchParams }) {
  const next = safeNext((await searchParams).next);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col items-start justify-center gap-4 px-4 py-10">
      <h1 className="font-bold text-xl">The database does not answer</h1>
      <p>
        Nothing was saved, and the control room can’t be shown until it does. Visitors still see the last
        known state.
      </p>
      <a href={next} className={`${buttonClass('primary')} min-h-11`}>
        Try again
      </a>
    </main>
  );
}
