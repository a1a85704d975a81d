import { chromiumOptions } from '../../playwright.config';
import { expect, test, widgets } from './widget-fixtures';

// Playwright turns the browser's memory of left pages off.
test.use({ launchOptions: { ...chromiumOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] } });

test('a widget keeps no page out of the browser’s memory, and catches up when the page is back', async ({
  page,
  front,
  statusPage,
  site,
}) => {
  site.show(widgets(front.url, '<signalbox-status></signalbox-status>'));
  await page.goto(site.allowed);
  await expect.poll(() => front.open).toBe(1);
  await page.evaluate(() => {
    addEventListener('pageshow', (event) => Object.assign(window, { wasKept: event.persisted }));
  });
  site.show('Another page');
  await page.goto(`${site.allowed}/another`);
  await expect.poll(() => front.open).toBe(0);
  const id = await statusPage.open('While away', 'Words.', { API: 'major_outage' });
  // A page out of the memory is not loaded.
  await page.goBack({ waitUntil: 'commit' });
  await expect(page.locator('signalbox-status')).toContainText('Major outage');
  expect(await page.evaluate(() => 'wasKept' in window && window.wasKept)).toBe(true);
  await statusPage.remove(id);
});
