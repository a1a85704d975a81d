import type { Page } from '@playwright/test';
import { expect } from './admin-fixtures';
import { colourOf, control, image, save, test, violations } from './branding-fixtures';

test('everything an admin sets is on an open page at once, and in the page for whoever comes next', async ({
  form: admin,
  browser,
  baseURL,
}) => {
  const visitor = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await visitor.goto('/');
  await expect(visitor.getByTestId('connection')).toHaveAttribute('data-connection', 'live');
  await visitor.evaluate(() => Object.assign(window, { isSamePage: true }));

  await control(admin, 'name').fill('Marlow');
  await control(admin, 'announcement').fill('**New prices** from December.');
  await control(admin, 'lightLogo').setInputFiles(image('logo.svg'));
  await control(admin, 'favicon').setInputFiles(image('logo.png'));
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
  form: admin,
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
  form: admin,
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
  form: admin,
  browser,
  baseURL,
}) => {
  await control(admin, 'lightLogo').setInputFiles(image('logo.svg'));
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
