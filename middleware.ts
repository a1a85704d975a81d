import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from '@/lib/content-security-policy';
import { env } from '@/lib/env';
import { guardRequest } from '@/lib/live/guard-request';
import { guardSettings } from '@/lib/live/guard-settings';
import { defaultLanguage } from '@/lib/words/catalogue';
import { chooseLanguage, languageHeader } from '@/lib/words/choose-language';

/** On Node, so that the settings are those of the running process and not of the build. */
export const config = {
  runtime: 'nodejs',
  // Not the forms for other programs: they say themselves how they may be kept, and nothing in them runs. Nor what
  // other sites show, which has headers of its own.
  matcher: [
    '/api/status/stream',
    '/((?!api/|metrics$|embed$|widget\\.js$|widget/|_next/static|_next/image|(?:.+/)?(?:history|maintenance|calendar|badge|robots|sitemap|manifest)\\.(?:rss|atom|json|ics|svg|txt|xml|webmanifest)$).*)',
  ],
};

const pageHeaders = {
  'X-Content-Type-Options': 'nosniff',
  // Same-origin requests keep their Referer: over plain http the stream knows its own page by it.
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};
const policyHeader = 'Content-Security-Policy';
const sessionCookies = ['signalbox_session', '__Host-signalbox_session'];
const signIn = '/admin/sign-in';
/** Icons, feeds and scripts speak no language, or but one. */
const isFile = /\.\w+$/;

/** The stream's guard, the pages' language and security headers, and a courtesy for admins who are not signed in. */
export default function middleware(request: NextRequest): Response {
  if (request.nextUrl.pathname === '/api/status/stream') {
    const verdict = guardRequest(request, guardSettings(env()));
    return 'answer' in verdict ? verdict.answer : NextResponse.next();
  }
  const wanted = request.nextUrl.pathname + request.nextUrl.search;
  const policy = contentSecurityPolicy(newNonce(), process.env.NODE_ENV === 'development');
  const language = languageOf(request);
  const response = needsSignIn(request)
    ? NextResponse.redirect(new URL(`${signIn}?${new URLSearchParams({ next: wanted })}`, request.url))
    : NextResponse.next({ request: { headers: forPage(request.headers, language, policy) } });
  response.headers.set(policyHeader, policy);
  for (const [name, value] of Object.entries(pageHeaders)) response.headers.set(name, value);
  const isPage = !isFile.test(request.nextUrl.pathname);
  if (isPage) response.headers.set('Content-Language', language);
  // Next's own `no-store` would keep what visitors see out of the browser's memory of left pages as well.
  if (isPage && !isAdmin(request)) response.headers.set('Cache-Control', 'private, no-cache');
  return response;
}

/** 128 bits from the system's generator, as CSP 3 asks. */
function newNonce(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
}

/** What the layout reads the language from, and Next the nonce for its own scripts. */
function forPage(given: Headers, language: string, policy: string): Headers {
  const headers = new Headers(given);
  headers.set(languageHeader, language);
  headers.set(policyHeader, policy);
  return headers;
}

/** The control room speaks English; every other page speaks as its visitor does. */
function languageOf(request: NextRequest): string {
  if (isAdmin(request)) return defaultLanguage;
  const { headers } = request;
  return chooseLanguage({ cookie: headers.get('cookie'), acceptLanguage: headers.get('accept-language') });
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
