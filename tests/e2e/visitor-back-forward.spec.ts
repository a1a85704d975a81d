import { chromiumOptions } from '../../playwright.config';
import { expect, expectLive, test } from './tabs-fixtures';

// Playwright turns the browser's memory of left pages off.
test.use({ launchOptions: { ...chromiumOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] } });

test('a page that comes back from the browser’s memory shows what was published meanwhile', async ({
  page,
  front,
  publisher,
}) => {
  await page.goto('/');
  await expectLive(page);
  await page.evaluate(() => {
    addEventListener('pageshow', (event) => Object.assign(window, { wasKept: event.persisted }));
  });
  await page.goto('/admin/sign-in');
  await expect.poll(() => front.open).toBe(0);
  const id = await publisher.open('While away', 'Words.');
  // A page out of the memory is not loaded.
  await page.goBack({ waitUntil: 'commit' });
  await expect(page.getByRole('article', { name: 'While away' })).toBeVisible();
  await expectLive(page);
  expect(await page.evaluate(() => 'wasKept' in window && window.wasKept)).toBe(true);
  await publisher.remove(id);
});
