import { expect, test } from './widget-fixtures';

test('any site may frame the embedded page, which is live there', async ({
  page,
  front,
  statusPage,
  site,
}) => {
  site.show(`<iframe title="Status" src="${front.url}/embed?theme=dark&services=api,search"></iframe>`);
  await page.goto(site.foreign);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('listitem')).toHaveCount(2);
  await expect(frame.getByRole('link')).toHaveAttribute('rel', 'noopener');
  await expect(frame.getByRole('link')).toHaveAttribute('target', '_blank');
  await expect.poll(() => front.open).toBe(1);
  const id = await statusPage.open('Requests fail', 'Words.', { API: 'major_outage' });
  await expect(frame.getByRole('listitem').filter({ hasText: 'API' })).toContainText('Major outage');
  await statusPage.remove(id);
  await expect(frame.getByRole('link')).toContainText('All systems operational');
  expect(await page.context().cookies()).toEqual([]);
});

test('the embedded page speaks the language it is asked for', async ({ page, front, site }) => {
  site.show(`<iframe title="Status" src="${front.url}/embed?kind=pill&language=ar"></iframe>`);
  await page.goto(site.foreign);
  await expect(page.frameLocator('iframe').getByRole('link')).toContainText('جميع الأنظمة تعمل');
  await expect(page.frameLocator('iframe').locator('html')).toHaveAttribute('dir', 'rtl');
});

test.describe('every other page', () => {
  test.use({ expectedErrors: /frame-ancestors|X-Frame-Options/ });

  test('refuses to be framed', async ({ page, front, site }) => {
    site.show(`<iframe title="Status" src="${front.url}/"></iframe>`);
    const refused = page.waitForEvent('console', { predicate: (said) => /frame/i.test(said.text()) });
    await page.goto(site.foreign);
    await refused;
    await expect(page.frameLocator('iframe').getByRole('heading')).toHaveCount(0);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the embedded page says the state in words', async ({ page, statusPage }) => {
    const id = await statusPage.open('Requests fail', 'Words.', { API: 'major_outage' });
    await page.goto('/embed');
    await expect(page.getByRole('link', { name: 'Major outage' })).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'API' })).toHaveText('API: Major outage');
    await statusPage.remove(id);
  });
});
