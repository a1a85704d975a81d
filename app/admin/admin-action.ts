import { redirect, unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { currentAdmin } from '@/lib/auth/current-admin';
import type { Actor } from '@/lib/domain/actor';
import { isRefusal } from '@/lib/domain/refusal';
import { log } from '@/lib/log';
import { answerWith, type FormState } from './_form/form-state';
import { isUnavailable } from './is-unavailable';
import { plainPostFrom } from './plain-post';

type Act<Schema extends z.ZodType> = {
  /** The form's fields in the contract's shape. */
  read: (form: FormData) => unknown;
  contract: Schema;
  /** Runs one operation and answers the path to go to. */
  run: (actor: Actor, input: z.output<Schema>) => Promise<string>;
  /** After a conflict: what is saved now, by the control's name. */
  theirs?: (input: z.output<Schema>) => Promise<Record<string, string>>;
};

const signedOut =
  'Nothing was saved. You are signed out; your text is kept here. Sign in in another tab, then try again.';
const unavailable = 'Nothing was saved. The database does not answer; your text is kept here. Try again.';
const unexpected =
  'Something went wrong on our side, and it has been logged. Check whether it was saved before you try again.';

/** The one way an admin's form becomes an act: who, what, do, and explain when it did not work. */
export async function adminAction<Schema extends z.ZodType>(
  previous: FormState,
  form: FormData,
  { read, contract, run, theirs }: Act<Schema>,
): Promise<FormState> {
  const say = (said: Partial<FormState>) => answerWith(previous, form, said);
  let path: string;
  try {
    const actor = await currentAdmin();
    if (actor === null) return await turnBack('sign-in', say({ message: signedOut }));
    if (form.get('intent') === 'preview') return say({ isPreview: true });
    const input = contract.safeParse(read(form));
    if (!input.success) return say(fieldErrors(input.error, form));
    try {
      path = await run(actor, input.data);
    } catch (error) {
      if (!theirs || !isRefusal(error) || error.kind !== 'conflict') throw error;
      return say({ message: error.message, theirs: await theirs(input.data) });
    }
  } catch (error) {
    unstable_rethrow(error);
    const answer = say(explain(error, form));
    return isUnavailable(error) ? turnBack('unavailable', answer) : answer;
  }
  redirect(path);
}

/** Answers with `answer`, or leads to a page that can be shown to anyone when it takes a page to answer. */
async function turnBack(page: 'sign-in' | 'unavailable', answer: FormState): Promise<FormState> {
  const next = await plainPostFrom();
  if (next === null) return answer;
  redirect(`/admin/${page}?${new URLSearchParams({ next })}`);
}

function explain(error: unknown, form: FormData): Partial<FormState> {
  if (isUnavailable(error)) return { message: unavailable };
  if (isRefusal(error)) {
    const isControl = error.field !== undefined && form.has(error.field);
    return isControl ? { errors: { [error.field as string]: error.message } } : { message: error.message };
  }
  log.error({ err: error }, 'an admin’s form failed unexpectedly');
  return { message: unexpected };
}

function fieldErrors(error: z.ZodError, form: FormData): Partial<FormState> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) errors[String(issue.path[0])] ??= issue.message;
  // An error at a control the form does not show has to be said at the top.
  const hidden = Object.entries(errors).filter(([name]) => !form.has(name));
  return { errors, message: hidden.map(([name, message]) => `${name}: ${message}`).join(' ') || null };
}
