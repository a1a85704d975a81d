import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { isPart, requestOfKey, sharedPageKey } from '@/lib/page-cache/page-request';

const keyOf = (url: string, headers: IncomingHttpHeaders = {}, method = 'GET') =>
  sharedPageKey(
    { method, url, headers } as IncomingMessage,
    (path) => path === '/' || path.startsWith('/i/'),
  );

describe('a request for a public page', () => {
  it.each([
    ['/', {}, 'en/'],
    ['/i/x', {}, 'en/i/x'],
    ['/i/x', { 'accept-language': 'de-AT, en;q=0.5' }, 'de/i/x'],
    ['/i/x', { 'accept-language': 'de', cookie: 'language=fr' }, 'fr/i/x'],
    ['/', { cookie: 'theme=dark; my_signalbox_session=1' }, 'en/'],
  ])('%s with %o is answered by the page %s', (url, headers, key) => expect(keyOf(url, headers)).toBe(key));

  it('is a GET or a HEAD', () => {
    expect(keyOf('/', {}, 'HEAD')).toBe('en/');
    for (const method of ['POST', 'PUT', 'OPTIONS']) expect(keyOf('/', {}, method)).toBeNull();
  });

  it.each([
    ['a session', { cookie: 'a=b; signalbox_session=x' }],
    ['a session over https', { cookie: '__Host-signalbox_session=x' }],
    ['credentials', { authorization: 'Bearer x' }],
    ['an action', { 'next-action': 'x' }],
    ['a prefetch', { 'next-router-prefetch': '1' }],
  ])('with %s goes on to Next', (_, headers) => expect(keyOf('/', headers)).toBeNull());

  it.each(['/?a=b', '/i/x?', '/admin', 'http://elsewhere/'])('%s goes on to Next', (url) =>
    expect(keyOf(url)).toBeNull(),
  );

  it('is rendered as for a visitor who chose its language', () => {
    const { path, headers } = requestOfKey('fr/i/x');
    expect(keyOf(path, headers)).toBe('fr/i/x');
  });

  it('for a part of it is told apart by what the client has, and asks for the same again', () => {
    const part = { rsc: '1', 'next-router-state-tree': '%5B%22%22%5D' };
    const key = keyOf('/i/x?_rsc=1a-b_c', part);
    expect(key).toBe('en/i/x?_rsc=1a-b_c\n1\n%5B%22%22%5D\n');
    expect([key, keyOf('/i/x')].map((one) => isPart(one ?? ''))).toEqual([true, false]);
    const again = requestOfKey(key ?? '');
    expect(again.headers).toMatchObject(part);
    expect(keyOf(again.path, again.headers)).toBe(key);
    expect(keyOf('/i/x?_rsc=1&a=b', part)).toBeNull();
    expect(keyOf('/i/x?_rsc=1')).toBeNull();
  });
});
