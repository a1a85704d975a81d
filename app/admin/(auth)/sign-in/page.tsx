import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Notice } from '@/app/_ui/notice';
import { Panel } from '@/app/_ui/panel';
import { ActionForm } from '@/app/admin/_form/action-form';
import { FormField } from '@/app/admin/_form/controls';
import { SubmitButton } from '@/app/admin/_form/submit-button';
import type { SearchParams } from '@/app/admin/_shell/search-params';
import { isUnavailable } from '@/app/admin/is-unavailable';
import { currentAdmin } from '@/lib/auth/current-admin';
import { safeNext } from '@/lib/auth/safe-next';
import { signInAction } from './actions';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchParams;
  const next = safeNext(asked.next);
  if ((await knownAdmin()) !== null) redirect(next);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center px-4 py-10">
      <p className="mb-1 font-bold text-ink-soft text-sm">Signalbox</p>
      <h1 className="mb-5 font-bold text-2xl">Control room</h1>
      {asked['signed-out'] ? (
        <Notice role="status" className="mb-4">
          You are signed out.
        </Notice>
      ) : null}
      <Panel className="p-5">
        <ActionForm action={signInAction} className="flex flex-col gap-4" label="Sign in">
          <input type="hidden" name="next" value={next} />
          <FormField
            name="email"
            label="E-mail"
            type="email"
            autoComplete="username"
            className="min-h-11"
            required
          />
          <FormField
            name="password"
            label="Password"
            type="password"
            autoComplete="current-password"
            className="min-h-11"
            required
          />
          <SubmitButton tone="primary" pending="Signing in…">
            Sign in
          </SubmitButton>
        </ActionForm>
      </Panel>
      <a href="/" className="text-link mt-4 inline-flex min-h-11 items-center self-start text-sm">
        To the status page
      </a>
    </main>
  );
}

/** Whoever is signed in; nobody while the database is away: the form then says so when it is sent. */
async function knownAdmin() {
  try {
    return await currentAdmin();
  } catch (error) {
    if (isUnavailable(error)) return null;
    throw error;
  }
}
