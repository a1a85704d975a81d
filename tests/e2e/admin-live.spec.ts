import type { Page } from '@playwright/test';
import { expect, phone, signIn, test } from './admin-fixtures';
import { violations } from './axe';

const openStreams = async (page: Page) =>
  Number.parseInt((await page.getByTestId('open-streams').textContent()) ?? '', 10);

async function openLive(page: Page) {
  await page.getByRole('link', { name: 'Live', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Live' })).toBeVisible();
  await expect(page.getByText('Live, once a second')).toBeVisible();
}

test('an admin sees the number of open streams rise when a visitor opens the page, and fall when they leave', async ({
  admin,
  browser,
  baseURL,
}) => {
  await openLive(admin);
  const before = await openStreams(admin);
  const visitor = await browser.newContext();
  const page = await visitor.newPage();
  await page.goto(baseURL ?? '/');
  await expect.poll(() => openStreams(admin)).toBe(before + 1);
  await visitor.close();
  await expect.poll(() => openStreams(admin)).toBe(before);
});

test('the page stops listening when the session ends, and leads to where one signs in', async ({
  admin,
  context,
}) => {
  test.slow();
  await openLive(admin);
  const other = await context.newPage();
  await other.goto('/admin');
  await other.getByRole('button', { name: 'Sign out' }).click();
  await expect(other.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await admin.bringToFront();
  await expect(admin.getByText('You are signed out.')).toBeVisible({ timeout: 30_000 });
  await expect(admin.getByRole('link', { name: 'Sign in again' })).toHaveAttribute(
    'href',
    '/admin/sign-in?next=%2Fadmin%2Flive',
  );
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}, on a phone`, () => {
    test.use({ ...phone, colorScheme });

    test('axe finds nothing, and nothing overflows', async ({ admin }) => {
      await openLive(admin);
      expect(await violations(admin)).toEqual([]);
      const overflow = await admin.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page shows the figures of its moment', async ({ page }) => {
    await signIn(page, '/admin/live');
    await expect(page.getByTestId('open-streams')).toHaveText(/^\d+ open streams?$/);
    await expect(page.getByText(/^As of \d\d:\d\d:\d\d UTC$/)).toBeVisible();
    const main = page.getByRole('main');
    for (const name of ['Publish to write', 'Event loop lag', 'Postgres', 'Revision', 'Version'])
      await expect(main.getByRole('term').filter({ hasText: name })).toBeVisible();
  });
});
