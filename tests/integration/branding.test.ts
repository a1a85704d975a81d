import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PublicPage } from '@/lib/contracts/branding';
import { brandingInput } from '@/lib/contracts/branding-input';
import { database } from '@/lib/database/client';
import { editBranding } from '@/lib/operations/edit-branding';
import { getBranding } from '@/lib/queries/get-branding';
import { startApp, type TestApp } from '../support/app';
import { owner } from '../support/installation';
import { startTestPostgres } from '../support/postgres';
import { openStream } from '../support/stream-client';

/** The product runs; this process is another of its processes, which has only Postgres in common with it. */
let postgres: Awaited<ReturnType<typeof startTestPostgres>>;
let app: TestApp;
beforeAll(async () => {
  postgres = await startTestPostgres();
  process.env.DATABASE_URL = postgres.url;
  app = await startApp({ env: { DATABASE_URL: postgres.url } });
}, 120_000);
afterAll(async () => {
  await app?.stop();
  await database().$disconnect();
  await postgres?.stop();
});

const bytes = new Uint8Array(readFileSync('tests/fixtures/images/logo.svg'));
const page = async () => ((await (await fetch(`${app.url}/api/status`)).json()) as { page: PublicPage }).page;
const html = async () => (await fetch(app.url)).text();

async function edit(given: object) {
  const empty = {
    accent: '',
    headerLinks: '',
    footerLinks: '',
    footerText: '',
    support: '',
    announcement: '',
  };
  const { version } = await getBranding();
  const texts = {
    name: 'Marlow',
    showName: true,
    customCss: '',
    ...empty,
    ...given,
    version: String(version),
  };
  const { lightLogo: _, darkLogo: __, favicon: ___, ...input } = brandingInput.parse(texts);
  await editBranding(owner, { ...input, lightLogo: bytes, favicon: bytes });
}

describe('an edit in another process', () => {
  it('reaches open streams, the state, the kept HTML and the files', async () => {
    const stream = await openStream(`${app.url}/api/status/stream`);
    const { json: first } = await stream.next(({ name }) => name === 'message');
    expect(first.page).toBeUndefined();

    await edit({
      announcement: 'Hello **everybody**',
      customCss: '.sb-page { color: red }',
      accent: '#e0a100',
    });
    const { json: told } = await stream.next(({ name }) => name === 'page.updated');
    const { json: state } = await stream.next(({ json }) => json.page?.branding);
    const { id } = state.page;
    expect(told.page).toEqual({ id, name: 'Marlow', announcement: 'Hello **everybody**' });
    stream.close();
    expect(state.page).toEqual(await page());

    const { stylesheet, icons, logo } = state.page.branding;
    await vi.waitFor(async () => expect(await html()).toContain('Marlow'), { timeout: 10_000 });
    for (const part of [stylesheet, `${icons}/operational.svg`, logo.light.url, '<strong>everybody</strong>'])
      expect(await html(), part).toContain(part);

    const styles = await fetch(`${app.url}${stylesheet}`);
    expect(styles.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await styles.text()).toMatch(
      /^:root \{ --color-accent: #8c6400;[\s\S]*\.sb-page \{ color: red \}\n$/,
    );
    const icon = await fetch(`${app.url}${icons}/major-outage.svg`);
    expect(await icon.text()).toContain(`data:image/svg+xml;base64,${Buffer.from(bytes).toString('base64')}`);
    const served = await fetch(`${app.url}${logo.light.url}`);
    expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('leaves the old stylesheet’s address to the styles of now, which are then asked for each time', async () => {
    const old = (await page()).branding?.stylesheet;
    await edit({ customCss: '.sb-page { color: blue }' });
    await vi.waitFor(async () => expect((await page()).branding?.stylesheet).not.toBe(old), {
      timeout: 15_000,
    });
    const unknown = await fetch(`${app.url}/api/branding/${'0'.repeat(32)}.css`);
    expect(unknown.headers.get('cache-control')).toBe('public, no-cache');
    const etag = unknown.headers.get('etag') ?? '';
    expect(await unknown.text()).toBe('.sb-page { color: blue }\n');
    const again = await fetch(unknown.url, { headers: { 'if-none-match': `W/${etag}` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it.each([
    'x.png',
    `${'0'.repeat(32)}.png`,
    `${'0'.repeat(32)}/operational.svg`,
    `${'0'.repeat(32)}.css.png`,
  ])('answers 404 in words where there is no file: %s', async (name) => {
    const answer = await fetch(`${app.url}/api/branding/${name}`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('answers 503 for a file it has not seen while Postgres is away, and goes on with those it has', async () => {
    const { logo, stylesheet } = (await page()).branding ?? {};
    expect((await fetch(`${app.url}${logo?.light.url}`)).status).toBe(200);
    await postgres.stop();
    expect((await fetch(`${app.url}${logo?.light.url}`)).status).toBe(200);
    const answer = await fetch(`${app.url}/api/branding/${'0'.repeat(32)}.png`);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(stylesheet).toBeTruthy();
    expect(await html()).toContain('Marlow');
  });
});
