import type { Page } from '@playwright/test';
import { expect, expectLive, test } from './visitor-fixtures';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the first visit reads well', async ({ page, publisher }) => {
    const id = await publisher.open('Uploads fail', 'We are **looking** into it. <script>alert(1)</script>', {
      'File storage': 'partial_outage',
    });
    await page.goto('/');
    await expect(page).toHaveTitle('Partial outage · Northwind Cloud');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Northwind Cloud');
    await expect(page.getByRole('heading', { name: 'Partial outage: File storage' })).toBeVisible();
    const card = page.getByRole('article', { name: 'Uploads fail' });
    await expect(card.locator('strong')).toHaveText('looking');
    await expect(card.getByText('<script>alert(1)</script>')).toBeVisible();
    await expect(card.getByRole('list', { name: 'Set by this update' })).toContainText('partial outage');
    await expect(page.locator('[data-service]')).toHaveCount(9);
    await expect(page.getByText('1 of 3 affected')).toBeVisible();
    await expect(page.getByText('Past incidents')).toBeVisible();
    await expect(page.getByText(/^As of .+ UTC$/)).toBeVisible();
    await expect(page.getByText('Times in UTC')).toBeVisible();

    await page.getByText('Platform').click();
    await expect(page.getByText('REST and GraphQL requests')).toBeHidden();

    await card.getByRole('link', { name: 'Uploads fail' }).click();
    await expect(page).toHaveURL(`/incidents/${id}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Uploads fail' })).toBeVisible();
    await publisher.remove(id);
  });
});

test.describe('where there is nothing', () => {
  test.use({ expectedErrors: /404/ });

  const expectNothing = async (page: Page) => {
    for (const path of ['/nothing', '/incidents/nothing']) {
      expect((await page.goto(path))?.status()).toBe(404);
      await expect(page).toHaveTitle('Not found');
      await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
    }
  };

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });
    test('the visitor is told', ({ page }) => expectNothing(page));
  });

  test('the visitor is told, and led back', async ({ page }) => {
    await expectNothing(page);
    await page.getByRole('link', { name: 'See the current status' }).click();
    await expectLive(page);
  });
});

test('an address without a page is a real 404', async ({ page }) => {
  for (const path of [
    '/nothing',
    '/incidents/nothing',
    '/incidents/%00',
    `/incidents/${'x'.repeat(2_000)}`,
  ]) {
    expect((await page.request.get(path)).status(), path.slice(0, 40)).toBe(404);
  }
});

test('a change shows in every open page without reload, in words and in the tab', async ({
  page,
  browser,
  publisher,
}) => {
  const other = await (await browser.newContext({ baseURL: publisher.app.url })).newPage();
  for (const visitor of [page, other]) {
    await visitor.goto('/');
    await expectLive(visitor);
    await visitor.evaluate(() => Object.assign(window, { wasHereBefore: true }));
  }
  const id = await publisher.open('Pages load slowly', 'We see it too.', { CDN: 'degraded_performance' });
  for (const visitor of [page, other]) {
    await expect(visitor.getByRole('article', { name: 'Pages load slowly' })).toBeVisible({ timeout: 2_000 });
    await expect(visitor.getByRole('heading', { name: 'Degraded performance: CDN' })).toBeVisible();
    await expect(visitor.getByTestId('announcement')).toHaveText(
      'CDN: degraded performance. New incident: Pages load slowly.',
    );
    await expect(visitor).toHaveTitle('Degraded performance · Northwind Cloud');
    await expect(visitor.locator('link[rel=icon]')).toHaveAttribute(
      'href',
      '/icons/degraded-performance.svg',
    );
    expect(await visitor.evaluate(() => 'wasHereBefore' in window)).toBe(true);
  }
  await publisher.update(id, { status: 'resolved', body: 'All quick again.' });
  for (const visitor of [page, other]) {
    await expect(visitor.getByRole('article', { name: 'Pages load slowly' })).toBeHidden();
    await expect(visitor.getByRole('region', { name: 'Past incidents' })).toContainText('Pages load slowly');
    await expect(visitor.getByRole('heading', { name: 'All systems operational' })).toBeVisible();
  }
  await publisher.remove(id);
  for (const visitor of [page, other]) {
    await expect(visitor.getByRole('region', { name: 'Past incidents' })).not.toContainText(
      'Pages load slowly',
    );
  }
  await other.context().close();
});

test('the page of an incident is live too', async ({ page, publisher }) => {
  const id = await publisher.open('Mail is late', 'First words.');
  await page.goto(`/incidents/${id}`);
  await expectLive(page);
  await publisher.update(id, { status: 'identified', body: 'Second words.' });
  await expect(page.getByText('Second words.')).toBeVisible({ timeout: 2_000 });
  await expect(page).toHaveTitle('Identified: Mail is late · Northwind Cloud');
  await publisher.remove(id);
  await expect(page.getByText('This incident was removed while you were reading.')).toBeVisible();
});

test('a reader further down is told, not moved', async ({ page, publisher }) => {
  await page.setViewportSize({ width: 1_000, height: 500 });
  await page.goto('/');
  await expectLive(page);
  const line = page.getByRole('heading', { name: 'Past incidents' });
  await line.scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 200);
  await page.waitForTimeout(300);
  const before = await line.boundingBox();
  const id = await publisher.open('Something new', 'With words that take a line.');
  const notice = page.getByText('New incident: Something new.').last();
  await expect(notice).toBeVisible();
  expect(Math.abs(((await line.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2);
  await page.getByRole('link', { name: 'Show' }).click();
  await expect(page.getByRole('article', { name: 'Something new' })).toBeInViewport();
  await publisher.remove(id);
});

test.describe('in Tokyo', () => {
  test.use({ timezoneId: 'Asia/Tokyo' });

  test('times are the visitor’s own, with UTC one click away', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByText('Times in Asia/Tokyo (UTC+9)')).toBeVisible();
    await page.getByRole('button', { name: 'Show UTC' }).click();
    await expect(page.getByText('Times in UTC')).toBeVisible();
    await page.reload();
    await page.getByRole('button', { name: 'Use my time zone' }).click();
    await expect(page.getByText('Times in Asia/Tokyo (UTC+9)')).toBeVisible();
  });
});

test('the keyboard reaches the content first', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});
