import { buttonClass } from '@/app/_ui/button';

/** What a visitor reads where there is nothing. */
export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-4 px-6 py-16">
      <title>Not found</title>
      <meta name="robots" content="noindex" />
      <h1 className="font-semibold text-2xl tracking-tight">There is nothing at this address</h1>
      <p className="text-ink-soft">The link may be mistyped, or what it led to was removed.</p>
      <p>
        <a href="/" className={buttonClass('primary')}>
          See the current status
        </a>
      </p>
    </main>
  );
}
