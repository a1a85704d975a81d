import type { IncomingMessage } from 'node:http';
import { chooseLanguage, languageCookie } from '@/lib/words/choose-language';

/** Whoever brings one may be shown what is theirs alone. */
const session = /(?:^|;\s*)(?:__Host-)?signalbox_session=/;
/** Next answers these with the outcome of an action, or with what a page may need later. */
const neverShared = ['next-action', 'next-router-prefetch', 'next-router-segment-prefetch'];
/** With these Next's client, as it reads an open page anew, says what it has. */
const partHeaders = ['rsc', 'next-router-state-tree', 'next-url'] as const;
const partQuery = /\?_rsc(?:=[\w-]*)?$/;

/**
 * Which page is the same for everybody who asks like this: its language and its path, as `de/incidents/x`, and for
 * the part of it that Next's client reads anew, the lines in which that is asked for. Null for every other request.
 * One with a query is among those: there is no end of queries.
 */
export function sharedPageKey(
  { method, url = '', headers }: IncomingMessage,
  isPublicPage: (path: string) => boolean,
): string | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  if (headers.authorization || (headers.cookie && session.test(headers.cookie))) return null;
  if (neverShared.some((name) => headers[name] !== undefined)) return null;
  const path = headers.rsc ? url.replace(partQuery, '') : url;
  if (path.includes('?') || !isPublicPage(path)) return null;
  const { cookie, 'accept-language': acceptLanguage } = headers;
  const page = chooseLanguage({ cookie, acceptLanguage }) + url;
  if (!headers.rsc) return page;
  // No header holds a line break.
  return [page, ...partHeaders.map((name) => headers[name] ?? '')].join('\n');
}

/** Whether the key is that of a part. */
export function isPart(key: string): boolean {
  return key.includes('\n');
}

/** The request of a visitor who is shown the page of `key`. */
export function requestOfKey(key: string): { path: string; headers: Record<string, string> } {
  const [page = '', ...told] = key.split('\n');
  const slash = page.indexOf('/');
  const part = partHeaders.map((name, i) => [name, told[i]] as const).filter(([, value]) => value);
  const cookie = `${languageCookie}=${page.slice(0, slash)}`;
  return { path: page.slice(slash), headers: { cookie, ...Object.fromEntries(part) } };
}
