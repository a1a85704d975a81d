'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { answerWith, type FormState } from '@/app/admin/_form/form-state';
import { isUnavailable } from '@/app/admin/is-unavailable';
import { currentCaller } from '@/lib/auth/current-caller';
import { safeNext } from '@/lib/auth/safe-next';
import { closeSession } from '@/lib/auth/session';
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from '@/lib/auth/session-cookie';
import { type SignInOutcome, signIn } from '@/lib/auth/sign-in';
import { signInLimit } from '@/lib/auth/sign-in-limit';
import { waitInWords } from '@/lib/auth/wait-in-words';
import { log } from '@/lib/log';

const credentials = z.object({
  email: z
    .string()
    .trim()
    .min(1, 'Enter your e-mail address.')
    .max(320, 'That is too long for an e-mail address.'),
  password: z.string().min(1, 'Enter your password.').max(1000, 'That is too long for a password.'),
});

/** Signs in whoever knows an account's password, and leads back to where they wanted to go. */
export async function signInAction(previous: FormState, form: FormData): Promise<FormState> {
  const say = (said: Partial<FormState>) => answerWith(previous, form, said, ['password']);
  const typed = credentials.safeParse(Object.fromEntries(form));
  if (!typed.success) {
    return say({
      errors: Object.fromEntries(typed.error.issues.map((issue) => [String(issue.path[0]), issue.message])),
    });
  }
  let outcome: SignInOutcome;
  try {
    const [caller, formerToken] = [await currentCaller(), await readSessionCookie()];
    outcome = await signIn(signInLimit(), { ...typed.data, caller, formerToken });
  } catch (error) {
    if (isUnavailable(error))
      return say({ message: 'The database does not answer, so nobody can sign in now. Try again.' });
    log.error({ err: error }, 'signing in failed unexpectedly');
    return say({ message: 'Something went wrong on our side, and it has been logged. Try again.' });
  }
  if (outcome.kind === 'wrong') return say({ message: 'E-mail address and password do not match.' });
  if (outcome.kind === 'too_many') {
    return say({ message: `Too many attempts. Try again in ${waitInWords(outcome.waitSeconds)}.` });
  }
  await writeSessionCookie(outcome.token);
  redirect(safeNext(form.get('next')));
}

/** Ends this session, here and in the database. */
export async function signOutAction(): Promise<void> {
  const token = await readSessionCookie();
  // The browser forgets it whatever the database says.
  await clearSessionCookie();
  if (token !== null) await closeSession(token);
  redirect('/admin/sign-in?signed-out=1');
}
