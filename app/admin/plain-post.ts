import { headers } from 'next/headers';
import { safeNext } from '@/lib/auth/safe-next';

/**
 * The page from which a form was sent without JavaScript; null when JavaScript sent it. Only the latter can show
 * an answer while nobody can be told from a stranger: without it the whole page would have to be made again.
 */
export async function plainPostFrom(): Promise<string | null> {
  const asked = await headers();
  if (asked.has('next-action')) return null;
  const referer = asked.get('referer') ?? '';
  if (!URL.canParse(referer)) return '/admin';
  const { pathname, search } = new URL(referer);
  return safeNext(pathname + search);
}
