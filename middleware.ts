import { type NextRequest, NextResponse } from 'next/server';
import { env } from '@/lib/env';
import { guardRequest } from '@/lib/live/guard-request';
import { guardSettings } from '@/lib/live/guard-settings';

/** On Node, so that the settings are those of the running process and not of the build. */
export const config = {
  runtime: 'nodejs',
  matcher: ['/api/status/stream', '/((?!api/|metrics$|_next/static|_next/image).*)'],
};

const pageHeaders = {
  'X-Content-Type-Options': 'nosniff',
  // Same-origin requests keep their Referer: over plain http the stream knows its own page by it.
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};
const sessionCookies = ['signalbox_session', '__Host-signalbox_session'];
const signIn = '/admin/sign-in';

/** The stream's guard, the pages' security headers, and a courtesy for admins who are not signed in. */
export default function middleware(request: NextRequest): Response {
  if (request.nextUrl.pathname === '/api/status/stream') {
    const verdict = guardRequest(request, guardSettings(env()));
    return 'answer' in verdict ? verdict.answer : NextResponse.next();
  }
  const wanted = request.nextUrl.pathname + request.nextUrl.search;
  const response = needsSignIn(request)
    ? NextResponse.redirect(new URL(`${signIn}?${new URLSearchParams({ next: wanted })}`, request.url))
    : NextResponse.next();
  for (const [name, value] of Object.entries(pageHeaders)) response.headers.set(name, value);
  // Next's own `no-store` would keep what visitors see out of the browser's memory of left pages as well.
  if (!isAdmin(request)) response.headers.set('Cache-Control', 'private, no-cache');
  return response;
}

/** A courtesy, never the lock: each page and action asks for itself who is there. */
function needsSignIn(request: NextRequest): boolean {
  const { method, nextUrl, cookies } = request;
  if (!isAdmin(request) || nextUrl.pathname.startsWith(signIn) || method !== 'GET') return false;
  return !sessionCookies.some((name) => cookies.has(name));
}

function isAdmin({ nextUrl: { pathname } }: NextRequest): boolean {
  return pathname === '/admin' || pathname.startsWith('/admin/');
}
