import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';

/** Read from the tree, so that a new page is held to this as well. */
const pages = readdirSync('app/admin/(control)', { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('page.tsx'))
  .map((file) => `/admin/${file.slice(0, -'page.tsx'.length)}`.replace(/\/$/, '').replace(/\[\w+\]/g, 'abc'));

test('there are pages to guard', () => expect(pages).toContain('/admin/incidents/new'));

for (const path of pages) {
  test(`${path} shows a stranger nothing, also with a made-up session that passes the middleware`, async ({
    request,
  }) => {
    for (const cookie of ['', `signalbox_session=${'x'.repeat(43)}`]) {
      const page = await request.get(path, { headers: { cookie }, maxRedirects: 0 });
      expect(`${page.status()} ${page.headers().location}`).toMatch(/^307 .*\/admin\/sign-in/);
      const payload = await request.get(path, { headers: { cookie, RSC: '1' } });
      for (const words of ['Publish', 'Save', 'Archive…', 'Move ', 'Post update', 'Create ']) {
        expect(await page.text()).not.toContain(words);
        expect(await payload.text()).not.toContain(words);
      }
    }
  });
}

test('a form sent from another site is refused before it does anything', async ({
  page,
  request,
  baseURL,
}) => {
  await page.goto('/admin/sign-in');
  const fields = await page.locator('form').evaluate((form: HTMLFormElement) => [...new FormData(form)]);
  const multipart: Record<string, string> = {};
  for (const [name, value] of fields) multipart[name] = String(value);
  const post = (origin: string) =>
    request.post('/admin/sign-in', { multipart, headers: { origin }, maxRedirects: 0 });
  expect((await post('https://attacker.example')).status()).toBe(500);
  expect((await post(baseURL ?? '')).status()).toBe(200);
});
