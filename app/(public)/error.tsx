'use client';

import { Button } from '@/app/_ui/button';

/** What a visitor reads when the page itself fails. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-4 px-6 py-16">
      <title>Status unknown</title>
      <h1 className="font-semibold text-2xl tracking-tight">The status is not known right now</h1>
      <p className="text-ink-soft">
        This page could not be put together. That says nothing about the services themselves. Please try again
        in a moment.
      </p>
      <p>
        <Button type="button" tone="primary" onClick={reset}>
          Try again
        </Button>
      </p>
    </main>
  );
}
