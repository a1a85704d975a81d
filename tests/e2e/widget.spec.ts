import { expect, test, widgets } from './widget-fixtures';

const pill = '<signalbox-status></signalbox-status>';
const calm = 'All systems operational';

test('on a site that may listen, a widget changes the moment something is published', async ({
  page,
  front,
  statusPage,
  site,
}) => {
  site.show(widgets(front.url, pill));
  await page.goto(site.allowed);
  const widget = page.locator('signalbox-status');
  const link = widget.getByRole('link', { name: `${calm} – service status` });
  await expect(link).toBeVisible();
  await expect(link).toHaveAttribute('href', `${front.url}/`);
  await expect(link).toHaveAttribute('rel', 'noopener');
  await expect(widget.getByRole('status')).toBeEmpty();
  await expect.poll(() => front.open).toBe(1);

  const id = await statusPage.open('Requests fail', 'Words.', { API: 'major_outage' });
  await expect(widget.getByRole('link', { name: 'Major outage' })).toBeVisible();
  await expect(widget.getByRole('status')).toContainText('API\u2069: Major outage.');
  await statusPage.remove(id);
  await expect(link).toBeVisible();
  expect(front.asked).toHaveLength(1);
});

test('all widgets of a page share one stream, and close it with the last of them', async ({
  page,
  front,
  statusPage,
  site,
}) => {
  const kinds = ['pill', 'banner', 'services'].map((kind) => `<signalbox-status kind="${kind}">`);
  site.show(widgets(front.url, kinds.join('</signalbox-status>')));
  await page.goto(site.allowed);
  await expect.poll(() => front.open).toBe(1);
  const id = await statusPage.open('<img src=x onerror=alert(1)> fails', 'Words.', { API: 'partial_outage' });
  const all = page.locator('signalbox-status');
  for (let n = 0; n < 3; n++)
    await expect(all.nth(n).getByRole('link').first()).toHaveText(/^Partial outage/);
  const matter = all.nth(1).getByRole('link', { name: '<img src=x onerror=alert(1)> fails' });
  await expect(matter).toHaveAttribute('href', `${front.url}/incidents/${id}`);
  await expect(all.nth(2).getByRole('listitem').filter({ hasText: 'API' })).toContainText('Partial outage');
  const heard = await page.getByRole('status').allTextContents();
  expect(heard.filter(Boolean)).toEqual(['\u2068API\u2069: Partial outage.']);
  expect(front.asked).toHaveLength(1);
  await all.first().evaluate((one) => one.remove());
  expect(front.open).toBe(1);
  await page.evaluate(() => document.querySelector('main')?.replaceChildren());
  await expect.poll(() => front.open).toBe(0);
  await statusPage.remove(id);
});

test('a widget needs nothing that a strict policy forbids', async ({ page, front, site }) => {
  const policy = `default-src 'none'; script-src ${front.url}; connect-src ${front.url}; require-trusted-types-for 'script'`;
  site.show(widgets(front.url, '<signalbox-status kind="services"></signalbox-status>'), policy);
  await page.goto(site.allowed);
  const widget = page.locator('signalbox-status');
  await expect(widget.getByRole('link')).toBeVisible();
  await expect(widget.locator('.box')).toHaveCSS('border-radius', '12px');
  await expect(widget.locator('path').first()).toHaveCSS('fill', 'rgb(23, 137, 74)');
  await expect.poll(() => front.open).toBe(1);
});

test('attributes choose what is told, in which language and look', async ({
  page,
  front,
  site,
  statusPage,
}) => {
  const id = await statusPage.open('Search is slow', 'Words.', { Search: 'degraded_performance' });
  site.show(
    widgets(
      front.url,
      `<signalbox-status services="api" hide-when-operational></signalbox-status>
       <signalbox-status services="search"></signalbox-status>
       <signalbox-status language="de-AT" theme="dark"></signalbox-status>
       <signalbox-status language="ar"></signalbox-status>
       <signalbox-status services="no-such-thing"></signalbox-status>`,
    ),
  );
  await page.goto(site.allowed);
  const all = page.locator('signalbox-status');
  await expect(all.nth(1)).toContainText('Search · Degraded performance');
  await expect(all.nth(2)).toContainText('Eingeschränkte Leistung');
  await expect(all.nth(2).locator('.box')).toHaveCSS('color', 'rgb(235, 233, 227)');
  await expect(all.nth(3).locator('.box')).toHaveAttribute('dir', 'rtl');
  await expect(all.nth(4)).toContainText('Status unknown');
  await expect(all.nth(0).getByRole('link')).toHaveCount(0);
  await all.nth(0).evaluate((one) => one.setAttribute('services', 'search'));
  await expect(all.nth(0).getByRole('link')).toBeVisible();
  await statusPage.remove(id);
  await expect(all.nth(0).getByRole('link')).toHaveCount(0);
});

test('who has the focus on a link keeps it when the state changes', async ({
  page,
  front,
  statusPage,
  site,
}) => {
  const id = await statusPage.open('Uploads fail', 'Words.', { API: 'partial_outage' });
  site.show(widgets(front.url, '<signalbox-status kind="banner"></signalbox-status>'));
  await page.goto(site.allowed);
  const matter = page.getByRole('link', { name: 'Uploads fail' });
  await matter.focus();
  await statusPage.update(id, { status: 'monitoring', body: 'Mended.' });
  await expect(page.locator('signalbox-status')).toContainText('Monitoring');
  await expect(matter).toBeFocused();
  await statusPage.remove(id);
  await expect(page.getByRole('link', { name: calm })).toBeFocused();
});
