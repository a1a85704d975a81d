import { redirect } from 'next/navigation';
import type { Actor } from '@/lib/domain/actor';
import { currentAdmin } from './current-admin';
import { safeNext } from './safe-next';

/** Who asks; a stranger is sent to sign in, and from there back to `path`. */
export async function requireAdmin(path: string): Promise<Actor> {
  const actor = await currentAdmin();
  if (actor !== null) return actor;
  const next = safeNext(path);
  redirect(next === '/admin' ? '/admin/sign-in' : `/admin/sign-in?${new URLSearchParams({ next })}`);
}
