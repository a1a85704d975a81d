import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { catalogue } from '@/lib/words/catalogue';
import { type PublicationApp, startPublicationApp } from '../publications/publication-app';

/** How the built product serves what other sites show of it. */
let served: PublicationApp;
beforeAll(async () => {
  served = await startPublicationApp();
});
afterAll(() => served?.stop());

it.each([
  ['/widget.js', 'text/javascript; charset=utf-8'],
  ['/widget/de.json', 'application/json; charset=utf-8'],
  ['/embed?kind=pill', 'text/html; charset=utf-8'],
])(
  '%s may be loaded from anywhere, kept for a while, and is not sent again to who has it',
  async (path, type) => {
    const { status, headers } = await served.ask(path);
    expect([status, headers.get('content-type')]).toEqual([200, type]);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toMatch(/^public, max-age=\d+, s-maxage=\d+, .*stale-if-error=\d+$/);
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('set-cookie')).toBeNull();

    const held = await served.ask(path, { 'if-none-match': headers.get('etag') ?? '' });
    expect([held.status, await held.text()]).toEqual([304, '']);
    expect(held.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const head = await served.ask(path, {}, 'HEAD');
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([
      200,
      headers.get('etag'),
      '',
    ]);
    expect((await served.ask(path, {}, 'POST')).status).toBe(405);
  },
);

it('the widget takes less than 6 KB on its way', async () => {
  const script = await served.text('/widget.js');
  expect(gzipSync(script).length).toBeLessThan(6 * 1024);
  expect(script).toContain('All systems operational');
  expect(script).not.toContain('Alle Systeme');
});

it('its words are there in every language, by the nearest', async () => {
  const english = await served.json('/widget/en.json');
  for (const language of catalogue.keys()) {
    const pack = await served.json(`/widget/${language}.json`);
    expect(pack.language).toBe(language);
    expect(Object.keys(pack.messages)).toEqual(Object.keys(english.messages));
    expect(Object.values(pack.messages).every((word) => typeof word === 'string' && word !== '')).toBe(true);
  }
  expect(await served.json('/widget/de-AT.json')).toMatchObject({ language: 'de' });
  expect(await served.json('/widget/tlh.json')).toMatchObject({ language: 'en' });
  for (const path of ['/widget/de', '/widget/%3Cscript%3E.json', '/widget/__proto__.json'])
    expect([path, (await served.ask(path)).status]).toEqual([path, 404]);
});

it('the embedded page alone may be framed, and runs nothing but the widget', async () => {
  const answer = await served.ask('/embed');
  const policy = answer.headers.get('content-security-policy') ?? '';
  const [, style = ''] = /<style>(.*?)<\/style>/.exec(await answer.text()) ?? [];
  expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; .*frame-ancestors \*$/);
  expect(answer.headers.get('vary')).toContain('Accept-Language');
  for (const path of ['/', '/embed/x', '/embedded', '/history', '/admin/sign-in']) {
    const { headers } = await served.ask(path);
    expect([path, headers.get('x-frame-options')]).toEqual([path, 'DENY']);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  }
});

it('the embedded page is what its address asks for, or a problem in words', async () => {
  const page = await served.text(
    '/embed?kind=banner&theme=dark&services=api%22%3E%3Cscript%3E&language=ar&_=1',
  );
  expect(page).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/);
  expect(page).toContain('kind="banner" theme="dark" services="api&quot;&gt;&lt;script&gt;"');
  const german = await served.ask('/embed', { 'accept-language': 'de-AT, en;q=0.5', cookie: 'language=ja' });
  expect(await german.text()).toContain('<html lang="de" dir="ltr">');
  for (const [query, field] of [
    ['kind=marquee', 'kind'],
    ['theme=blue', 'theme'],
    ['language=%22%3E', 'language'],
    [`services=${'a'.repeat(2_001)}`, 'services'],
  ]) {
    const answer = await served.ask(`/embed?${query}`);
    expect([query, answer.status]).toEqual([query, 400]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect((await answer.json()).errors).toMatchObject([{ field }]);
  }
});
