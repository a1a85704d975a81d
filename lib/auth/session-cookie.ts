import { cookies } from 'next/headers';
import { env } from '@/lib/env';

/** The session row says when it ends; the cookie only has to outlive it. 400 days is the most browsers keep. */
const maxAge = 400 * 24 * 60 * 60;

const isSecure = () => env().PUBLIC_URL?.startsWith('https://') ?? false;

/** `__Host-` ties the cookie to this very host over HTTPS; plain HTTP can't have it. */
export function sessionCookieName(): string {
  return isSecure() ? '__Host-signalbox_session' : 'signalbox_session';
}

/** The token this request brought, null when it brought none. */
export async function readSessionCookie(): Promise<string | null> {
  return (await cookies()).get(sessionCookieName())?.value ?? null;
}

/** Hands the browser a session. Only an action or a route handler may. */
export async function writeSessionCookie(token: string): Promise<void> {
  const options = { httpOnly: true, secure: isSecure(), sameSite: 'lax', path: '/', maxAge } as const;
  (await cookies()).set(sessionCookieName(), token, options);
}

/** Takes the session back from the browser, with the attributes it was given: `__Host-` insists on them. */
export async function clearSessionCookie(): Promise<void> {
  const options = { httpOnly: true, secure: isSecure(), sameSite: 'lax', path: '/', maxAge: 0 } as const;
  (await cookies()).set(sessionCookieName(), '', options);
}
