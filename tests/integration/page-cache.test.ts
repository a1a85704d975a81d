import { describe, expect, it } from 'vitest';
import type { TestApp } from '../support/app';
import { startTestPostgres } from '../support/postgres';
import { startTwoProcesses, until } from './live/two-processes';

const both = startTwoProcesses();

async function visit(app: TestApp, path = '/', headers: Record<string, string> = {}, method = 'GET') {
  const response = await fetch(app.url + path, { method, headers, redirect: 'manual' });
  return { status: response.status, headers: response.headers, html: await response.text() };
}
const isFromMemory = ({ headers }: { headers: Headers }) =>
  headers.get('cache-control')?.startsWith('public,') === true;
/** The page's own data is written into a script, where quotes are escaped. */
const saysStale = (html: string) => html.includes('\\"stale\\":true');

describe('the public page from memory', () => {
  it('is rendered once for all who ask, and is the same bytes until something changes', async () => {
    const pages = await Promise.all(Array.from({ length: 30 }, () => visit(both.first)));
    const [page] = pages;
    expect(new Set(pages.map(({ headers }) => headers.get('etag'))).size).toBe(1);
    expect((await visit(both.first)).html).toBe(page?.html);
    expect(page?.html).toMatch(/^<!DOCTYPE html>.*<\/html>$/s);
  });

  it('may be kept by caches, speaks of nobody, and has a policy of its own', async () => {
    const { headers, html } = await visit(both.first);
    expect(headers.get('cache-control')).toMatch(
      /^public, max-age=0, s-maxage=\d+, stale-while-revalidate=\d+, stale-if-error=\d+$/,
    );
    expect(headers.get('vary')).toBe('Accept-Encoding, Accept-Language, Cookie');
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self'( 'sha256-[\w+/]+=')+;/);
    expect(html).not.toMatch(/nonce=/);
  });

  it('is answered with 304 to who has it, and with its head to HEAD', async () => {
    const { headers } = await visit(both.first);
    const etag = headers.get('etag') ?? '';
    const again = await visit(both.first, '/', { 'if-none-match': etag });
    expect([again.status, again.html, again.headers.get('etag')]).toEqual([304, '', etag]);
    const head = await visit(both.first, '/', {}, 'HEAD');
    expect([head.status, head.html, head.headers.get('etag')]).toEqual([200, '', etag]);
    expect(head.headers.get('content-length')).toBe(headers.get('content-length'));
  });

  it('is the same in every coding', async () => {
    const plain = await visit(both.first, '/', { 'accept-encoding': 'identity' });
    for (const coding of ['gzip', 'br']) {
      const page = await visit(both.first, '/', { 'accept-encoding': coding });
      expect(page.headers.get('content-encoding')).toBe(coding);
      expect(page.html).toBe(plain.html);
    }
  });

  it('is kept in each language', async () => {
    const german = await visit(both.first, '/', { 'accept-language': 'de' });
    const english = await visit(both.first);
    expect(isFromMemory(german)).toBe(true);
    expect([german, english].map(({ headers }) => headers.get('content-language'))).toEqual(['de', 'en']);
    const chosen = await visit(both.first, '/', { cookie: 'language=de' });
    expect(chosen.headers.get('etag')).toBe(german.headers.get('etag'));
  });

  it.each([
    ['with a session', '/', { cookie: 'signalbox_session=somebody' }],
    ['with a query', '/?utm_source=mail', {}],
    ['of the control room', '/admin/sign-in', {}],
  ])('is not what a request %s gets', async (_, path, headers) => {
    const page = await visit(both.first, path, headers as Record<string, string>);
    expect(page.status).toBe(200);
    expect(isFromMemory(page)).toBe(false);
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self' 'nonce-[\w+/]+==';/);
  });

  it('is read anew in part by many who have it open, rendered once', async () => {
    const asked = { rsc: '1' };
    // Next says under which address its client would ask, as the address tells of the headers.
    const { headers } = await visit(both.first, '/', asked);
    const { pathname, search } = new URL(headers.get('location') ?? '', both.first.url);
    const read = () => visit(both.first, pathname + search, asked);
    const parts = await Promise.all(Array.from({ length: 20 }, read));
    expect(new Set(parts.map(({ html }) => html)).size).toBe(1);
    expect(parts[0]?.headers.get('content-type')).toBe('text/x-component');
    expect(parts[0]?.headers.get('cache-control')).toBe('private, no-cache');
    expect(parts[0]?.headers.get('vary')).toMatch(/\brsc\b/i);
    expect((await visit(both.first)).headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('of something that is not there is a 404 that nobody keeps', async () => {
    const page = await visit(both.first, '/incidents/nothing');
    expect([page.status, page.headers.get('cache-control')]).toEqual([404, 'private, no-cache']);
    expect(page.html).toContain('There is nothing at this address');
  });
});

describe('a publish', () => {
  it('is on the page of its own process at once, and on those of the others when they hear of it', async () => {
    for (const app of [both.first, both.second]) expect((await visit(app)).html).not.toContain('Cables');
    const id = await both.publisher.openIncident('Cables are cut');
    expect((await visit(both.first)).html).toContain('Cables are cut');
    await until(async () => expect((await visit(both.second)).html).toContain('Cables are cut'));

    const path = `/incidents/${id}`;
    for (const app of [both.first, both.second]) {
      const page = await visit(app, path);
      expect(isFromMemory(page)).toBe(true);
      expect(page.html).not.toContain('A ship is on its way');
    }
    await both.publisher.update(id, 'A ship is on its way');
    expect((await visit(both.first, path)).html).toContain('A ship is on its way');
    await until(async () => expect((await visit(both.second, path)).html).toContain('A ship is on its way'));
  });
});

describe('without Postgres', () => {
  it('the pages that were shown last are still there, the first page says that it is stale, and then no longer', async () => {
    const id = await both.publisher.openIncident('Before the outage');
    const path = `/incidents/${id}`;
    for (const one of ['/', path]) expect((await visit(both.first, one)).html).toContain('Before the outage');
    await both.postgres.stop();
    await until(async () => expect(saysStale((await visit(both.first)).html)).toBe(true));
    for (const one of ['/', path]) {
      const page = await visit(both.first, one);
      expect([page.status, page.html.includes('Before the outage')]).toEqual([200, true]);
    }

    const { dataDir, port } = both.postgres;
    both.postgres = await startTestPostgres({ dataDir, port });
    await until(async () => expect(saysStale((await visit(both.first)).html)).toBe(false));
  }, 60_000);
});
