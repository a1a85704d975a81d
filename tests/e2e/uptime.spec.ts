import type { Locator, Page } from '@playwright/test';
import { violations } from './axe';
import { expect, expectLive, test } from './visitor-fixtures';

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

const row = (page: Page, name: string) =>
  page.locator('li[data-service]', { has: page.getByRole('link', { name, exact: true }) });
const slider = (page: Page, name: string) => page.getByRole('slider', { name: `${name}, day by day` });
const explanation = (page: Page) => page.locator('[id].fixed.shadow-float');

/** How many days ago something of the demo began, which is told in hours before its first start. */
const daysAgo = (hours: number) => {
  const dayOf = (at: number) => Math.floor(at / 86_400_000);
  return dayOf(Date.now()) - dayOf(Date.now() - hours * 3_600_000);
};

/** The middle of a day of a bar, so many days before today, on the screen. */
async function placeOf(bar: Locator, ago: number): Promise<{ x: number; y: number }> {
  const box = await bar.boundingBox();
  if (!box) throw new Error('the bar is not on the screen');
  return { x: box.x + (box.width * (89.4 - ago)) / 90, y: box.y + box.height / 2 };
}

test.describe('the bars of the demo', () => {
  test.use({ viewport: wide });

  test('explain a day to a mouse, and lead to its incident', async ({ page }) => {
    await page.goto('/');
    await expectLive(page);
    const { x, y } = await placeOf(row(page, 'API').getByRole('img'), daysAgo(9 * 24));
    await page.mouse.move(x, y);
    await expect(explanation(page)).toContainText('Partial outage');
    await expect(explanation(page)).toContainText(/\d+ min/);
    const link = explanation(page).getByRole('link', { name: 'API requests failed in Europe' });
    const there = await link.boundingBox();
    // Slowly, as a hand would: what explains the day must not go while the pointer is on its way.
    await page.mouse.move((there?.x ?? 0) + 20, (there?.y ?? 0) + 5, { steps: 25 });
    await link.click();
    await expect(
      page.getByRole('heading', { level: 1, name: 'API requests failed in Europe' }),
    ).toBeVisible();
  });

  test('are read day by day with the keyboard', async ({ page }) => {
    await page.goto('/');
    await expectLive(page);
    await row(page, 'Sign-in').getByRole('link').focus();
    await page.keyboard.press('Tab');
    const days = slider(page, 'Sign-in');
    await expect(days).toBeFocused();
    await expect(explanation(page)).toContainText('Operational so far today');
    await page.keyboard.press('ArrowLeft');
    await expect(explanation(page)).toContainText('Operational all day');
    await page.keyboard.press('Home');
    await expect(days).toHaveJSProperty('value', '0');
    await page.keyboard.press('End');
    await expect(days).toHaveJSProperty('value', '89');
    await page.keyboard.press('Escape');
    await expect(explanation(page)).toHaveCount(0);
    for (let day = 0; day < daysAgo(37 * 24 + 14); day += 1) await page.keyboard.press('ArrowLeft');
    await expect(explanation(page)).toContainText('Major outage');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(days).not.toBeFocused();
  });

  test('leave a row within 36 px, so that 15 of them fit a laptop', async ({ page }) => {
    await page.goto('/');
    const heights = await page
      .locator('li[data-service]')
      .evaluateAll((rows) => rows.map((one) => one.getBoundingClientRect().height));
    expect(heights).toHaveLength(9);
    expect(Math.max(...heights)).toBeLessThanOrEqual(36);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`give axe nothing to find, in ${colorScheme}, a day explained or not`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      for (const path of ['/', '/services/sign-in']) {
        await page.goto(path);
        await expectLive(page);
        await slider(page, 'Sign-in').focus();
        await page.keyboard.press('ArrowLeft');
        await expect(explanation(page)).toBeVisible();
        expect(await violations(page), path).toEqual([]);
      }
    });
  }

  test('stand with the latest day at the end of the line in Arabic too', async ({ browser, publisher }) => {
    const context = await browser.newContext({ locale: 'ar', viewport: wide, baseURL: publisher.app.url });
    const page = await context.newPage();
    await page.goto('/');
    await expectLive(page);
    const box = await row(page, 'API').getByRole('img').boundingBox();
    await page.mouse.move((box?.x ?? 0) + 2, (box?.y ?? 0) + 10);
    await expect(row(page, 'API').getByRole('slider')).toHaveJSProperty('value', '89');
    await context.close();
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: phone, hasTouch: true });

  test('a bar shows 30 days, and a tap explains one', async ({ page }) => {
    await page.goto('/');
    await expectLive(page);
    const picture = row(page, 'Search').getByRole('img');
    const [whole, seen] = await picture.evaluate((svg) => [
      svg.getBoundingClientRect().width,
      svg.parentElement?.getBoundingClientRect().width ?? 0,
    ]);
    expect((whole ?? 0) / (seen ?? 1)).toBeCloseTo(3, 1);
    await picture.scrollIntoViewIfNeeded();
    const { x, y } = await placeOf(picture, daysAgo(51));
    await page.touchscreen.tap(x, y);
    await expect(explanation(page)).toContainText('Degraded performance');
    await expect(
      explanation(page).getByRole('link', { name: 'Search results were out of date' }),
    ).toBeVisible();
    const box = await explanation(page).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(phone.width);
    await page.touchscreen.tap(20, 20);
    await expect(explanation(page)).toHaveCount(0);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the bars are pictures with words, and a service has its page', async ({ page }) => {
    await page.goto('/');
    await expect(
      row(page, 'API').getByRole('img', { name: /^99\.\d\d% uptime over 90 days; .* with disruptions: / }),
    ).toBeVisible();
    await expect(page.getByRole('slider')).toHaveCount(0);
    await row(page, 'API').getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1, name: 'API' })).toBeVisible();
    await expect(page.getByText('1 year')).toBeVisible();
    await expect(page.getByRole('link', { name: 'API requests failed in Europe' })).toBeVisible();
  });
});

test.describe('a service’s own page', () => {
  // The 404 is looked at too, and the browser's console names it.
  test.use({ expectedErrors: /404/ });

  test('follows what is published, and is a real 404 where there is none', async ({ page, publisher }) => {
    await page.goto('/services/file-storage');
    await expectLive(page);
    await expect(page.getByRole('heading', { level: 2, name: 'Uptime' })).toBeVisible();
    const id = await publisher.open('Downloads fail', 'We are looking.', { 'File storage': 'major_outage' });
    await expect(page.locator('[data-service][data-status=major_outage]')).toContainText('Major outage');
    await expect(page.getByRole('link', { name: 'Downloads fail' })).toBeVisible();
    await expect(page).toHaveTitle(/^Major outage: File storage/);
    await expect(page.getByRole('img', { name: /\d days with disruptions: .*major outage/ })).toBeVisible({
      timeout: 40_000,
    });
    const card = await page.request.get('/services/file-storage/share-card.png');
    expect([card.status(), card.headers()['content-type']]).toEqual([200, 'image/png']);
    await publisher.remove(id);
    await expect(page.getByRole('link', { name: 'Downloads fail' })).toHaveCount(0);
    const answer = await page.goto('/services/nothing-of-the-kind');
    expect(answer?.status()).toBe(404);
  });
});
