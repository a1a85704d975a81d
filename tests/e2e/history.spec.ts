import type { Page } from '@playwright/test';
import { overflowOf, violations } from './axe';
import { expect, expectLive, test } from './visitor-fixtures';

const monthOf = (page: Page) => page.getByRole('heading', { level: 2 }).first();
const entries = (page: Page) => page.getByRole('article');

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the history is searched, narrowed, and read to its end and back', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'All incidents and maintenance' }).click();
    await expect(page).toHaveTitle('History · Northwind Cloud');
    await expect(monthOf(page)).toHaveText(/^\w+ \d{4}$/);

    await page.getByLabel('Search').fill('rollback error');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(entries(page)).toHaveCount(1);
    await entries(page).getByText('Show 4 updates').click();
    await expect(entries(page).getByText('The rollback is complete')).toBeVisible();

    await page.getByRole('link', { name: 'Clear' }).click();
    await page.getByLabel('Service').selectOption('Search');
    await page.getByLabel('Kind').selectOption('Incidents');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL(/service=search&kind=incident/);
    await expect(page.getByRole('link', { name: 'Search results were out of date' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'API requests failed in Europe' })).toBeHidden();

    await page.goto('/history?q=nosuchword&impact=awful');
    await expect(page.getByText('Nothing matches.', { exact: false })).toBeVisible();
    await expect(page.getByText('was left out: impact', { exact: false })).toBeVisible();
  });

  test('a long history is turned page by page', async ({ page, publisher }) => {
    const sql = `
      insert into incident (id, title, status, impact, started_at, resolved_at)
      select 'old' || n, 'Of long ago ' || n, 'resolved', 'minor', at, at
      from generate_series(1, 60) n, lateral (select timestamptz '2020-06-15 12:00' - n * interval '9 days' as at) t`;
    await publisher.sql(sql);
    await page.goto('/history?month=2020-06');
    await expect(monthOf(page)).toHaveText('June 2020');
    await expect(entries(page)).toHaveCount(25);
    const first = await entries(page).first().textContent();
    await page.getByRole('link', { name: 'Older' }).click();
    await page.getByRole('link', { name: 'Older' }).click();
    await expect(entries(page)).toHaveCount(10);
    await expect(page.getByRole('link', { name: 'Older' })).toBeHidden();
    await page.getByRole('link', { name: 'Newer' }).click();
    await page.getByRole('link', { name: 'Newer' }).click();
    await expect(entries(page)).toHaveCount(25);
    expect(await entries(page).first().textContent()).toBe(first);
    await publisher.sql(`delete from incident where id like 'old%'`);
  });
});

test('the history shows an incident as it is opened, and as it ends', async ({ page, publisher }) => {
  await page.goto('/history');
  await expectLive(page);
  const id = await publisher.open('Checkout fails', 'We look.', { API: 'partial_outage' });
  const entry = page.getByRole('article').filter({ hasText: 'Checkout fails' });
  await expect(entry).toContainText('Investigating');
  await publisher.update(id, { status: 'resolved', body: 'Over.' });
  await expect(entry).toContainText('lasted less than a minute');
  await publisher.remove(id);
  await expect(entry).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the history in ${colorScheme}, and nothing scrolls sideways`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of ['/history', '/history?q=api&kind=incident', '/history?q=nosuchword&impact=awful']) {
      await page.goto(path);
      await expectLive(page);
      for (const summary of await page.locator('main summary').all()) await summary.click();
      expect(await violations(page), path).toEqual([]);
      await page.setViewportSize({ width: 320, height: 800 });
      expect(await overflowOf(page), path).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 1280, height: 800 });
    }
  });
}
