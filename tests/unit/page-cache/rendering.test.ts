import type { RequestListener } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pageRenderer } from '@/lib/page-cache/render-page';
import { preparePage } from '@/lib/page-cache/rendered-page';

const render = (listener: RequestListener) =>
  pageRenderer(listener)({ path: '/a', headers: { cookie: 'x=y' } });

describe('rendering in this process', () => {
  it('asks for the path with the headers given, and reads the whole answer', async () => {
    const page = await render((request, response) => {
      response.writeHead(404, { 'X-Asked': `${request.method} ${request.url} ${request.headers.cookie}` });
      response.write('first, ');
      setImmediate(() => response.end('then the rest'));
    });
    expect(page).toMatchObject({ status: 404, html: 'first, then the rest' });
    expect(page.headers['x-asked']).toBe('GET /a x=y');
  });

  it('fails where the answer breaks off', async () => {
    await expect(render((_, response) => void response.destroy())).rejects.toThrow();
    const halfway: RequestListener = (_, response) => {
      response.write('half');
      setImmediate(() => response.destroy());
    };
    await expect(render(halfway)).rejects.toThrow();
  });
});

describe('preparing what was rendered', () => {
  const html = '<p>hello</p>'.repeat(100);
  const prepare = (headers = {}, status = 200) => preparePage({ status, headers, html });

  it('keeps what speaks of the page, and says anew how it may be kept', async () => {
    const page = await prepare({
      'content-type': 'text/html',
      'x-frame-options': 'DENY',
      ...{
        date: 'x',
        connection: 'close',
        vary: 'rsc',
        'cache-control': 'private',
        'transfer-encoding': 'chunked',
      },
    });
    expect(page?.codings.identity.held).toEqual({
      etag: page?.etag,
      'content-type': 'text/html',
      'x-frame-options': 'DENY',
      'cache-control': 'public, max-age=0, s-maxage=2, stale-while-revalidate=30, stale-if-error=86400',
      vary: 'Accept-Encoding, Accept-Language, Cookie',
    });
    expect(gunzipSync(page?.codings.gzip?.bytes ?? '').toString()).toBe(html);
  });

  it('lets no cache elsewhere keep a part of a page', async () => {
    const part = await prepare({ 'content-type': 'text/x-component', vary: 'rsc' });
    expect(part?.codings.identity.held).toMatchObject({
      'cache-control': 'private, no-cache',
      vary: 'rsc, Accept-Encoding, Accept-Language, Cookie',
    });
  });

  it("takes an answer that sets a cookie for somebody's own", async () => {
    expect(await prepare({ 'set-cookie': ['a=b'] })).toBeNull();
  });

  it('lets no cache elsewhere keep what is no page', async () => {
    expect((await prepare({}, 404))?.codings.identity.whole['cache-control']).toBe('private, no-cache');
  });
});
