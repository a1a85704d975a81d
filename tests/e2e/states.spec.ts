import { join } from 'node:path';
import type { BrowserContextOptions } from '@playwright/test';
import { snapshot } from '../support/status-fixtures';
import { scenes } from '../support/status-scenes';
import { overflowOf, violations } from './axe';
import { stage } from './stage';
import { expect, expectLive, test } from './visitor-fixtures';

/** For people to look through: `npm test -- --project e2e states` makes them anew. */
const folder = join('tests', '.output', 'states');

const looks: Record<string, BrowserContextOptions> = {
  light: { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  wide: { viewport: { width: 1920, height: 1080 }, colorScheme: 'light' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  narrow: { viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
};

test.use({ shows: 'scenes' });

for (const [name, scene] of Object.entries(scenes)) {
  test(`the page in the state ${name} is whole, fits its window, and axe finds nothing`, async ({
    browser,
    publisher,
  }) => {
    test.setTimeout(120_000);
    const { state } = scene();
    await stage(publisher, scene());
    if (state.stale) await publisher.database.stop();
    try {
      for (const [look, options] of Object.entries(looks)) {
        const locale = name === 'rtl' ? 'ar' : 'en';
        const context = await browser.newContext({ baseURL: publisher.app.url, locale, ...options });
        const page = await context.newPage();
        await page.goto('/');
        await expectLive(page);
        await expect(page.locator('[data-service]')).toHaveCount(state.services.length);
        await expect(page.locator('article[id^="incident-"]')).toHaveCount(state.incidents.length);
        await page.screenshot({ path: join(folder, `${name}-${look}.png`), fullPage: true });
        expect(await overflowOf(page), look).toBeLessThanOrEqual(0);
        if (look === 'light' || look === 'dark') expect(await violations(page), look).toEqual([]);
        await context.close();
      }
    } finally {
      if (state.stale) await publisher.database.start();
    }
  });
}

test('fifteen services with their days fit a laptop’s screen', async ({ page, publisher }) => {
  await stage(publisher, snapshot());
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/');
  await expectLive(page);
  const services = page.locator('[data-service]');
  await expect(services).toHaveCount(15);
  const last = await services.last().boundingBox();
  expect((last?.y ?? Number.NaN) + (last?.height ?? Number.NaN)).toBeLessThanOrEqual(900);
});
