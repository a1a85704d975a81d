import Link from 'next/link';
import { buttonClass } from '@/app/_ui/button';

type PagingProps = { query: Record<string, string>; number: number; pages: number; total: number };

/** The way through a long list. */
export function Paging({ query, number, pages, total }: PagingProps) {
  if (pages <= 1) return null;
  const path = (page: number) => `/admin/incidents?${new URLSearchParams({ ...query, page: String(page) })}`;
  const link = `${buttonClass()} min-h-11`;
  return (
    <nav aria-label="Pages" className="mt-4 flex items-center justify-between gap-3">
      {number > 1 ? (
        <Link href={path(number - 1)} rel="prev" className={link}>
          Newer
        </Link>
      ) : (
        <span />
      )}
      <p className="text-ink-soft text-sm">
        Page {number} of {pages} · {total} incidents
      </p>
      {number < pages ? (
        <Link href={path(number + 1)} rel="next" className={link}>
          Older
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
