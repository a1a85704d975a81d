import { overflowOf, violations } from './axe';
import { expect, expectLive, test } from './visitor-fixtures';

test('a maintenance begins and ends by itself, and its page follows without a reload', async ({
  page,
  publisher,
}) => {
  const id = await publisher.plan('Index rebuild', 'We rebuild it.', { inSeconds: 4, lasts: 5 }, ['Search']);
  await page.goto('/');
  await page.getByRole('link', { name: 'Index rebuild' }).click();
  await expect(page).toHaveURL(`/maintenance/${id}`);
  await expectLive(page);
  const reached = page.locator('[aria-current=step]');
  await expect(reached).toHaveText('In progress');
  await expect(page.getByRole('list', { name: 'Affected services' })).toContainText('under maintenance');
  await expect(reached).toHaveText('Completed');
  await expect(page.getByText(/^.*took less than a minute/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Add to calendar' })).toBeHidden();
  await page.goto('/history?q=index&kind=maintenance');
  await expect(page.getByRole('link', { name: 'Index rebuild' })).toBeVisible();
  await publisher.remove(id);
});

test.describe('where it was cancelled', () => {
  // The browser's console names the answer to the question what became of it.
  test.use({ expectedErrors: /404/ });

  test('the visitor is told when it is cancelled', async ({ page, publisher }) => {
    const id = await publisher.plan('Not now', '', { inSeconds: 600, lasts: 600 }, ['API']);
    await page.goto(`/maintenance/${id}`);
    await expectLive(page);
    await publisher.remove(id);
    await expect(page.getByText('This maintenance was cancelled while you were reading.')).toBeVisible();
  });

  test('its address is a 404 with words', async ({ page }) => {
    expect((await page.goto('/maintenance/nothing'))?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  });
});

test('its calendar file can be fetched', async ({ page, publisher, request }) => {
  const id = await publisher.plan('Move', '', { inSeconds: 600, lasts: 600 }, ['API']);
  await page.goto(`/maintenance/${id}`);
  const href = await page.getByRole('link', { name: 'Add to calendar' }).getAttribute('href');
  const file = await request.get(href ?? '');
  expect([file.status(), await file.text()]).toEqual([200, expect.stringMatching(/SUMMARY:.*Move/)]);
  await publisher.remove(id);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in ${colorScheme}, and nothing scrolls sideways`, async ({ page, publisher }) => {
    await page.emulateMedia({ colorScheme });
    const words = 'Words, `code`, a [link](https://example.com).';
    const running = await publisher.plan('Running', words, { inSeconds: 0, lasts: 600 }, ['API', 'Search']);
    const coming = await publisher.plan('Coming', words, { inSeconds: 600, lasts: 600 }, ['CDN']);
    const incident = await publisher.open('It broke', words, { API: 'major_outage' });
    await publisher.update(incident, { status: 'resolved', body: 'Over.' });
    await publisher.sql(`update incident set post_mortem = $1, post_mortem_at = now() where id = $2`, [
      `## What happened\n\n${words}\n\n## What follows\n\n1. One\n2. Two`,
      incident,
    ]);
    for (const path of [`/maintenance/${running}`, `/maintenance/${coming}`, `/incidents/${incident}`]) {
      await page.goto(path);
      await expectLive(page);
      expect(await violations(page), path).toEqual([]);
      await page.setViewportSize({ width: 320, height: 800 });
      expect(await overflowOf(page), path).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 1280, height: 800 });
    }
    const postMortem = page.getByRole('region', { name: 'Post-mortem' });
    await expect(postMortem.getByRole('heading', { name: 'What follows' })).toBeVisible();
    for (const id of [running, coming, incident]) await publisher.remove(id);
  });
}
