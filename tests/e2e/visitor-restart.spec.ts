import { expect, expectLive, test } from './visitor-fixtures';

// A server that is away is what this is about.
test.use({
  expectedErrors:
    /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|status of 50[23]/,
});

test('the indicator tells of a restart, and nothing that was published is missed', async ({
  page,
  publisher,
}) => {
  test.slow();
  await page.goto('/');
  await expectLive(page);
  const indicator = page.getByTestId('connection');
  await publisher.app.stop();
  await expect(indicator).toHaveAttribute('data-connection', 'reconnecting');
  await expect(indicator).toContainText('Reconnecting');
  await expect(indicator).toContainText(/updated \d+ sec\. ago/);
  await page.waitForTimeout(4_000);
  await expect(indicator).toHaveAttribute('data-connection', 'reconnecting');

  await publisher.app.restart();
  const first = await publisher.open('Published while nobody listened', 'One.', { API: 'partial_outage' });
  await publisher.update(first, { status: 'identified', body: 'Two.' });
  await expect(indicator).toHaveAttribute('data-connection', 'live', { timeout: 35_000 });
  const card = page.getByRole('article', { name: 'Published while nobody listened' });
  await expect(card.getByText('One.')).toBeVisible();
  await expect(card.getByText('Two.')).toBeVisible();

  const second = await publisher.open('Published after', 'Three.');
  await expect(page.getByRole('article', { name: 'Published after' })).toBeVisible({ timeout: 2_000 });
  await publisher.remove(first);
  await publisher.remove(second);
});

test('a visitor without a network is told so, and catches up', async ({ page, context, publisher }) => {
  await page.goto('/');
  await expectLive(page);
  await context.setOffline(true);
  const indicator = page.getByTestId('connection');
  await expect(indicator).toHaveAttribute('data-connection', 'offline');
  const id = await publisher.open('While offline', 'Words.');
  await context.setOffline(false);
  await expect(page.getByRole('article', { name: 'While offline' })).toBeVisible();
  await expectLive(page);
  await publisher.remove(id);
});

test('where the stream is blocked, the page asks instead, and says so', async ({ page, publisher }) => {
  test.slow();
  await page.route('**/api/status/stream*', (route) => route.fulfill({ status: 503 }));
  await page.goto('/');
  const indicator = page.getByTestId('connection');
  await expect(indicator).toHaveAttribute('data-connection', 'polling', { timeout: 20_000 });
  await expect(indicator).toContainText('Polling');
  const id = await publisher.open('Heard by asking', 'Words.');
  await expect(page.getByRole('article', { name: 'Heard by asking' })).toBeVisible({ timeout: 25_000 });
  await publisher.remove(id);
});

test('where only the uncompressed stream comes through, the page finds it', async ({ page, publisher }) => {
  const held: string[] = [];
  await page.route('**/api/status/stream*', (route) => {
    const url = route.request().url();
    if (url.includes('encoding=identity')) return route.continue();
    held.push(url);
  });
  await page.goto('/');
  await expectLive(page);
  expect(held).toHaveLength(1);
  const id = await publisher.open('Heard uncompressed', 'Words.');
  await expect(page.getByRole('article', { name: 'Heard uncompressed' })).toBeVisible({ timeout: 2_000 });
  await publisher.remove(id);
});

test('while the database is away, the page says that it shows the last known state', async ({
  page,
  browser,
  publisher,
}) => {
  test.slow();
  await page.goto('/');
  await expectLive(page);
  await publisher.database.stop();
  const later = await (await browser.newContext({ baseURL: publisher.app.url })).newPage();
  try {
    await expect(page.getByText('This may be out of date.')).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole('heading', { name: 'Last known: All systems operational' })).toBeVisible();
    await later.goto('/');
    await expect(later.getByText('This may be out of date.')).toBeVisible();
  } finally {
    await publisher.database.start();
  }
  for (const visitor of [page, later]) {
    await expect(visitor.getByText('This may be out of date.')).toBeHidden({ timeout: 30_000 });
  }
  await later.context().close();
});
