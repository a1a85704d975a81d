import { database } from '@/lib/database/client';
import { orUnavailable } from '@/lib/database/unavailable';
import { normalEmail } from './limit-key';
import { isPassword } from './password';
import { type Caller, closeSession, openSession } from './session';
import type { SignInLimit } from './sign-in-limit';

/** How signing in ended: a session's token, a wrong pair of e-mail and password, or too many of those. */
export type SignInOutcome =
  | { kind: 'signed_in'; token: string }
  | { kind: 'wrong' }
  | { kind: 'too_many'; waitSeconds: number };

/** What someone typed, where they are, and the token of the session they had before. */
export type SignInTry = { email: string; password: string; caller: Caller; formerToken: string | null };

/**
 * Signs someone in with a new session, whatever they had before, so that none can be planted on them.
 * An account that does not exist and a wrong password get the same answer after the same work.
 */
export async function signIn(limit: SignInLimit, given: SignInTry): Promise<SignInOutcome> {
  const email = normalEmail(given.email);
  const attempt = { address: given.caller.address, email };
  const waitSeconds = await limit.take(attempt);
  if (waitSeconds > 0) return { kind: 'too_many', waitSeconds };
  const user = await orUnavailable(() => database().user.findUnique({ where: { email } }));
  const matches = await isPassword(user?.passwordHash ?? null, given.password);
  if (user === null || !matches) return { kind: 'wrong' };
  if (given.formerToken !== null) await closeSession(given.formerToken);
  const token = await openSession(user.id, given.caller);
  await limit.giveBack(attempt);
  return { kind: 'signed_in', token };
}
