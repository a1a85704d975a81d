import { expect, look, test, widgets } from './widget-fixtures';

const pill = '<signalbox-status></signalbox-status>';
const calm = 'All systems operational';

// A browser says in its console that it may not listen, or that nobody answers; the widget adds nothing.
test.use({ expectedErrors: /CORS|ERR_|status of 403/ });

test('on a site that may not listen, a widget asks once a minute', async ({
  page,
  front,
  statusPage,
  site,
}) => {
  await page.clock.install();
  site.show(widgets(front.url, pill));
  await page.goto(site.foreign);
  const widget = page.locator('signalbox-status');
  await expect(widget).toContainText(calm);
  await expect.poll(() => front.asked.length).toBe(1);
  await expect.poll(() => front.open).toBe(0);

  const id = await statusPage.open('Requests fail', 'Words.', { API: 'major_outage' });
  await page.clock.fastForward(29_000);
  await expect(widget).toContainText(calm);
  await page.clock.fastForward(32_000);
  await expect(widget).toContainText('Major outage');
  await statusPage.remove(id);
  await page.clock.fastForward(61_000);
  await expect(widget).toContainText(calm);
  expect(front.asked).toHaveLength(1);
});

test('a widget calls the last known what nobody confirms any more', async ({
  page,
  front,
  statusPage,
  site,
}) => {
  await page.clock.install();
  site.show(widgets(front.url, pill));
  await page.goto(site.allowed);
  const widget = page.locator('signalbox-status');
  await expect(widget).toContainText(calm);
  await expect.poll(() => front.open).toBe(1);
  await statusPage.app.stop();
  await expect.poll(() => front.open).toBe(0);
  await page.clock.fastForward(5_000);
  await expect(widget).not.toContainText('Last known');
  await page.clock.fastForward(90_000);
  await expect(widget).toContainText(`Last known: ${calm}`);
  await statusPage.app.restart();
  await page.clock.fastForward(301_000);
  await expect(widget).not.toContainText('Last known');
  await expect.poll(() => front.open).toBe(1);
});

test('a widget that never reached its server says so, and leads there', async ({
  page,
  front,
  statusPage,
  site,
}) => {
  await page.clock.install();
  site.show(widgets(front.url, pill));
  await page.route('**/api/status', (route) => route.abort());
  await page.goto(site.allowed);
  const link = page.getByRole('link', { name: 'Status unknown' });
  await expect(link).toHaveAttribute('href', `${front.url}/`);
  await page.unroute('**/api/status');
  await page.clock.fastForward(6_000);
  await expect(page.getByRole('link', { name: calm })).toBeVisible();
  expect(statusPage.app.pid).toBeGreaterThan(0);
});

test('a page that nobody looks at lets go of the stream, and catches up when seen', async ({
  page,
  front,
  statusPage,
  site,
}) => {
  await page.clock.install();
  site.show(widgets(front.url, pill));
  await page.goto(site.allowed);
  const widget = page.locator('signalbox-status');
  await expect.poll(() => front.open).toBe(1);
  await look(page, 'hidden');
  await page.clock.fastForward(10_000);
  expect(front.open).toBe(1);
  await page.clock.fastForward(6_000);
  await expect.poll(() => front.open).toBe(0);
  const id = await statusPage.open('Nobody looks', 'Words.', { API: 'major_outage' });
  await look(page, 'visible');
  await expect(widget).toContainText('Major outage');
  await expect.poll(() => front.open).toBe(1);
  await statusPage.remove(id);
  await expect(widget).toContainText(calm);
});
