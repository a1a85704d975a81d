import type { PageLink } from '@/lib/domain/branding';

/** Links in a row that wraps. */
export function PageLinks({ links }: { links: readonly PageLink[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1">
      {links.map(({ label, href }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two links may be the same.
        <li key={index}>
          <a
            href={href}
            rel="noopener"
            className="inline-flex min-h-6 items-center underline-offset-4 hover:text-accent hover:underline"
          >
            <bdi>{label}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}
