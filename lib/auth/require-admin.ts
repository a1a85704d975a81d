import { redirect } from 'next/navigation';
import { isUnavailable } from '@/lib/database/unavailable';
import type { Actor } from '@/lib/domain/actor';
import { currentAdmin } from './current-admin';
import { safeNext } from './safe-next';

/**
 * Who asks. A stranger is sent to sign in, and from there back to `path`; while the database does not answer,
 * everyone is sent to a page that says so.
 */
export async function requireAdmin(path: string): Promise<Actor> {
  const actor = await currentAdmin().catch(orUnknown);
  if (actor === unknown) redirect(`/admin/unavailable?${new URLSearchParams({ next: safeNext(path) })}`);
  if (actor !== null) return actor;
  const next = safeNext(path);
  redirect(next === '/admin' ? '/admin/sign-in' : `/admin/sign-in?${new URLSearchParams({ next })}`);
}

const unknown = Symbol('the database does not answer');

function orUnknown(error: unknown): typeof unknown {
  if (isUnavailable(error)) return unknown;
  throw error;
}
