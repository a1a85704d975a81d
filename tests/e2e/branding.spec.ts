import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expect, phone, test } from './admin-fixtures';

const images = (name: string) => join(process.cwd(), 'tests/fixtures/images', name);
const axeSource = readFileSync(join(process.cwd(), 'node_modules/axe-core/axe.min.js'), 'utf8');

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const control = (admin: Page, name: string) => admin.locator(`[name="${name}"]`);
const colourOf = (link: Locator) => link.evaluate((element) => getComputedStyle(element).color);
const save = async (admin: Page) => {
  await admin.getByRole('button', { name: 'Save branding' }).click();
  await expect(admin.getByText('Saved.')).toBeVisible();
};

/** What the demo calls itself. */
let name = '';

test.beforeEach(async ({ admin }) => {
  await admin.goto('/admin/branding');
  name ||= await control(admin, 'name').inputValue();
});

test.afterEach(async ({ admin }) => {
  await admin.goto('/admin/branding');
  await control(admin, 'name').fill(name);
  for (const field of [
    'announcement',
    'accent',
    'headerLinks',
    'footerLinks',
    'footerText',
    'support',
    'customCss',
  ])
    await control(admin, field).fill('');
  for (const box of await admin.getByRole('checkbox', { name: 'Take it away' }).all()) await box.check();
  await control(admin, 'showName').check();
  await save(admin);
});

test('everything an admin sets is on an open page at once, and in the page for whoever comes next', async ({
  admin,
  browser,
  baseURL,
}) => {
  const visitor = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await visitor.goto('/');
  await expect(visitor.getByTestId('connection')).toHaveAttribute('data-connection', 'live');
  await visitor.evaluate(() => Object.assign(window, { isSamePage: true }));

  await control(admin, 'name').fill('Marlow');
  await control(admin, 'announcement').fill('**New prices** from December.');
  await control(admin, 'lightLogo').setInputFiles(images('logo.svg'));
  await control(admin, 'favicon').setInputFiles(images('logo.png'));
  await control(admin, 'accent').fill('#e0a100');
  await control(admin, 'headerLinks').fill('Docs https://docs.example.com');
  await control(admin, 'support').fill('help@example.com');
  await save(admin);

  for (const reloads of [false, true]) {
    if (reloads) await visitor.reload();
    await expect(visitor.getByRole('region', { name: 'Announcement' }).locator('strong')).toHaveText(
      'New prices',
    );
    await expect(visitor.getByRole('heading', { level: 1 })).toContainText('Marlow');
    await expect(visitor).toHaveTitle(/ · Marlow$/);
    const logo = visitor.locator('.sb-logo');
    await expect
      .poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
    await expect(visitor.getByRole('link', { name: 'Docs' })).toHaveAttribute(
      'href',
      'https://docs.example.com/',
    );
    await expect(visitor.getByRole('link', { name: 'Contact support' })).toHaveAttribute(
      'href',
      'mailto:help@example.com',
    );
    const icon = await visitor.locator('link[rel=icon]').getAttribute('href');
    expect(icon).toMatch(/^\/api\/branding\/[0-9a-f]{32}\/operational\.svg$/);
    expect((await visitor.request.get(icon ?? '')).headers()['content-type']).toBe('image/svg+xml');
    expect(await visitor.evaluate(() => 'isSamePage' in window)).toBe(!reloads);
  }
  await visitor.context().close();
});

test('the accent colours links in light and in dark, and stays readable in both', async ({
  admin,
  browser,
  baseURL,
}) => {
  await control(admin, 'accent').fill('#ffd400');
  await expect(admin.getByText(/^On light: 1\.\d : 1\. Too faint for words/)).toBeVisible();
  await expect(admin.getByText(/^On dark: \d+\.\d : 1\. Readable as it is\./)).toBeVisible();
  await control(admin, 'announcement').fill('A [link](https://example.com) on the accent’s own ground.');
  await save(admin);
  const colours: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    const visitor = await (await browser.newContext({ baseURL: baseURL ?? '', colorScheme })).newPage();
    await visitor.goto('/');
    colours.push(await colourOf(visitor.getByRole('region', { name: 'Announcement' }).getByRole('link')));
    expect(await violations(visitor), colorScheme).toEqual([]);
    await visitor.context().close();
  }
  expect(colours[1]).toBe('rgb(255, 212, 0)');
  expect(colours[0]).not.toBe(colours[1]);
});

test('custom CSS styles public pages, and nothing in the control room', async ({
  admin,
  browser,
  baseURL,
}) => {
  const visitor = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await visitor.goto('/');
  await control(admin, 'customCss').fill(
    'body { letter-spacing: 3px } </style><script>document.title = "ran"</script> .sb-footer { --x: 1 }',
  );
  await save(admin);
  const spacing = (page: Page) => page.evaluate(() => getComputedStyle(document.body).letterSpacing);
  await expect.poll(() => spacing(visitor)).toBe('3px');
  await visitor.reload();
  expect(await spacing(visitor)).toBe('3px');
  expect(await visitor.title()).not.toBe('ran');
  expect(await spacing(admin)).toBe('normal');
  await admin.goto('/admin');
  expect(await spacing(admin)).toBe('normal');
  await visitor.context().close();
});

test('an uploaded SVG is an image, and harmless when it is opened by itself', async ({
  admin,
  browser,
  baseURL,
}) => {
  await control(admin, 'lightLogo').setInputFiles(images('logo.svg'));
  await save(admin);
  const address = await admin.getByRole('img', { name: 'Logo, as it is now' }).getAttribute('src');
  const stranger = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  const answer = await stranger.goto(address ?? '');
  expect(answer?.headers()).toMatchObject({
    'content-type': 'image/svg+xml',
    'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect(await stranger.evaluate(() => document.title)).not.toBe('ran');
  const etag = answer?.headers().etag ?? '';
  const again = await stranger.request.get(address ?? '', { headers: { 'If-None-Match': etag } });
  expect(again.status()).toBe(304);
  await stranger.context().close();
});

test('the preview follows what is typed, and what is too large is said before it is sent', async ({
  admin,
}) => {
  const light = admin.getByRole('region', { name: 'In light mode' });
  const dark = admin.getByRole('region', { name: 'In dark mode' });
  const link = (panel: Locator) => colourOf(panel.getByText('link', { exact: true }));
  await control(admin, 'name').fill('Typed just now');
  await control(admin, 'accent').fill('#e0a100');
  await expect(light.getByText('Typed just now').last()).toBeVisible();
  await expect.poll(() => link(dark)).toBe('rgb(224, 161, 0)');
  expect(await link(light)).toBe('rgb(140, 100, 0)');
  await control(admin, 'lightLogo').setInputFiles(images('logo.webp'));
  await expect(light.locator('img')).toHaveAttribute('src', /^data:image\/webp/);
  const large = { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.alloc(600 * 1024) };
  await control(admin, 'lightLogo').setInputFiles(large);
  await expect(admin.getByText('photo.png is too large. Choose a file of at most 512 KB.')).toBeVisible();
});

test('who edits what someone else has just changed is shown both', async ({ admin, context }) => {
  const other = await context.newPage();
  await other.goto('/admin/branding');
  await control(other, 'announcement').fill('Theirs');
  await save(other);
  await control(admin, 'announcement').fill('Mine');
  await admin.getByRole('button', { name: 'Save branding' }).click();
  await expect(admin.getByText('Someone changed the branding while you were editing it.')).toBeVisible();
  await expect(admin.getByText('Theirs', { exact: true })).toBeVisible();
  await expect(control(admin, 'announcement')).toHaveValue('Mine');
  await save(admin);
  await admin.goto('/');
  await expect(admin.getByRole('region', { name: 'Announcement' })).toHaveText('Mine');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the form in ${colorScheme}`, async ({ admin }) => {
    await admin.emulateMedia({ colorScheme });
    await control(admin, 'accent').fill('#ffd400');
    await control(admin, 'headerLinks').fill('Docs https://docs.example.com');
    await control(admin, 'announcement').fill('A [link](https://example.com).');
    await control(admin, 'lightLogo').setInputFiles(images('logo.svg'));
    expect(await violations(admin)).toEqual([]);
    await control(admin, 'support').fill('nowhere');
    await admin.getByRole('button', { name: 'Save branding' }).click();
    await expect(control(admin, 'support')).toBeFocused();
    expect(await violations(admin)).toEqual([]);
  });
}

test.describe('on a phone', () => {
  test.use(phone);

  test('nothing scrolls sideways, branded or being branded', async ({ admin }) => {
    const word = 'Averyveryveryverylongwordwithoutanyspaceinitthatnobodyshouldwrite';
    for (const field of ['name', 'announcement', 'footerText']) await control(admin, field).fill(word);
    await control(admin, 'lightLogo').setInputFiles(images('logo.svg'));
    await control(admin, 'headerLinks').fill(`${word.slice(0, 60)} /a\nDocs /docs\nBlog /blog`);
    await save(admin);
    for (const path of ['/admin/branding', '/']) {
      await admin.goto(path);
      const overflow = await admin.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the branding is set, a mistake keeps what was typed, and the page has it all', async ({ admin }) => {
    await control(admin, 'announcement').fill('Set **without** script.');
    await control(admin, 'headerLinks').fill('Docs https://docs.example.com');
    await control(admin, 'accent').fill('#e0a100');
    await control(admin, 'support').fill('javascript:alert(1)');
    await control(admin, 'lightLogo').setInputFiles(images('logo.svg'));
    await admin.getByRole('button', { name: 'Save branding' }).click();
    await expect(admin.getByText(/^Write an e-mail address, or an address that begins/)).toBeVisible();
    await expect(control(admin, 'announcement')).toHaveValue('Set **without** script.');
    await expect(control(admin, 'support')).toHaveValue('javascript:alert(1)');
    // Playwright reads no text inside noscript.
    await expect(admin.locator('noscript p').first()).toBeVisible();
    // What was sent is in the server's preview too.
    await expect(admin.getByRole('region', { name: 'In light mode' }).getByText('Docs')).toBeVisible();

    await control(admin, 'support').fill('help@example.com');
    const page = {
      name: 'page.html',
      mimeType: 'image/png',
      buffer: Buffer.from('<!doctype html><p>no image'),
    };
    await control(admin, 'lightLogo').setInputFiles(page);
    await admin.getByRole('button', { name: 'Save branding' }).click();
    await expect(admin.getByText(/^This is none of PNG, JPG/)).toBeVisible();

    await control(admin, 'lightLogo').setInputFiles(images('logo.svg'));
    await save(admin);
    await admin.goto('/');
    await expect(admin.getByRole('region', { name: 'Announcement' }).locator('strong')).toHaveText('without');
    await expect(admin.locator('.sb-logo')).toBeVisible();
    await expect(admin.getByRole('link', { name: 'Docs' })).toBeVisible();
    const link = admin.getByRole('link', { name: 'All incidents and maintenance' });
    expect(await colourOf(link)).toBe('rgb(140, 100, 0)');
  });
});
