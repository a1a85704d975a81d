import { cache } from 'react';
import type { Actor } from '@/lib/domain/actor';
import { currentCaller } from './current-caller';
import { findSessionUser } from './session';
import { readSessionCookie } from './session-cookie';

/** Who asks, null when nobody is signed in. Asked of the database once per request; throws Unavailable. */
export const currentAdmin = cache(async (): Promise<Actor | null> => {
  const token = await readSessionCookie();
  const user = token === null ? null : await findSessionUser(token);
  if (user === null) return null;
  const { address } = await currentCaller();
  return { kind: 'user', id: user.id, name: user.name, role: user.role, address };
});
