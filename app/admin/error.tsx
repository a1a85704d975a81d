'use client';

import Link from 'next/link';
import { Button, buttonClass } from '@/app/_ui/button';

/** What an admin sees when a page could not be made; what went wrong is in the log. */
export default function AdminError({ reset }: { reset: () => void }) {
  return (
    <main className="mx-auto flex min-h-[60dvh] w-full max-w-md flex-col items-start justify-center gap-4 px-4 py-10">
      <title>Something went wrong</title>
      <h1 className="font-bold text-xl">This page could not be shown</h1>
      <p>The database may not answer, or something went wrong on our side; it has been logged.</p>
      <div className="flex gap-3">
        <Button type="button" tone="primary" className="min-h-11" onClick={reset}>
          Try again
        </Button>
        <Link href="/admin" className={`${buttonClass()} min-h-11`}>
          To the overview
        </Link>
      </div>
    </main>
  );
}
