import type { IncomingMessage } from 'node:http';
import { chooseLanguage, languageCookie } from '@/lib/words/choose-language';

/** Whoever brings one may be shown what is theirs alone. */
const session = /(?:^|;\s*)(?:__Host-)?signalbox_session=/;
/** Next answers these with what is no page: a part of one, or the outcome of an action. */
const nextHeaders = ['rsc', 'next-action', 'next-router-prefetch', 'next-router-segment-prefetch'];

/**
 * Which page is the same for everybody who asks like this: its language and its path, as `de/incidents/x`. Null for
 * every other request. One with a query is among those: there is no end of queries.
 */
export function sharedPageKey(
  { method, url = '', headers }: IncomingMessage,
  isPublicPage: (path: string) => boolean,
): string | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  if (headers.authorization || (headers.cookie && session.test(headers.cookie))) return null;
  if (nextHeaders.some((name) => headers[name] !== undefined)) return null;
  if (url.includes('?') || !isPublicPage(url)) return null;
  const { cookie, 'accept-language': acceptLanguage } = headers;
  return chooseLanguage({ cookie, acceptLanguage }) + url;
}

/** The request of a visitor who is shown the page of `key`. */
export function requestOfKey(key: string): { path: string; headers: Record<string, string> } {
  const slash = key.indexOf('/');
  return { path: key.slice(slash), headers: { cookie: `${languageCookie}=${key.slice(0, slash)}` } };
}
