import type { Page } from '@playwright/test';
import { test as firefoxTest, openLiveTab } from './firefox-fixtures';
import { expect, expectLive, test } from './visitor-fixtures';

declare global {
  interface Window {
    violations: string[];
    injected?: boolean;
  }
}

/** Runs in the page before anything of it does. */
function collectViolations() {
  window.violations = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    window.violations.push(`${violatedDirective}: ${blockedURI} ${sample}`),
  );
}

/** Runs in the page: tries every way in which text that got into it might run. */
function inject() {
  const script = document.createElement('script');
  script.textContent = 'window.injected = true';
  document.body.append(script);
  document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.injected = true" alt="">');
  const link = document.createElement('a');
  link.href = 'javascript:window.injected = true';
  document.body.append(link);
  link.click();
}

const injection = '<script>window.injected = true</script>';
const violationsOf = (page: Page) => page.evaluate(() => window.violations);

test.describe('in Chromium', () => {
  test.beforeEach(({ page }) => page.addInitScript(collectViolations));

  test('the page runs under its policy, from memory and rendered for one', async ({
    page,
    context,
    publisher,
  }) => {
    const id = await publisher.open('Under a policy', 'We **look** at it.');
    for (const path of ['/', `/incidents/${id}`]) {
      const response = await page.goto(path);
      expect(response?.headers()['content-security-policy']).toContain("script-src 'self' 'sha256-");
      await expectLive(page);
      expect(await violationsOf(page)).toEqual([]);
    }
    // Live Markdown loads its own script.
    await publisher.update(id, { status: 'identified', body: 'It is the **switch**.' });
    await expect(page.locator('strong', { hasText: 'switch' })).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);

    await context.addCookies([{ name: 'signalbox_session', value: 'x', url: publisher.app.url }]);
    const response = await page.goto('/');
    expect(response?.headers()['content-security-policy']).toContain("script-src 'self' 'nonce-");
    await expectLive(page);
    expect(await violationsOf(page)).toEqual([]);
    await publisher.remove(id);
  });

  test('the sign-in runs under its policy', async ({ page }) => {
    await page.goto('/admin/sign-in');
    await page
      .getByLabel(/password/i)
      .first()
      .fill('wrong');
    expect(await violationsOf(page)).toEqual([]);
  });
});

test.describe('what got into the page', () => {
  test.use({ expectedErrors: /Content Security Policy/ });

  for (const [how, cookie] of [
    ['from memory', ''],
    ['rendered for one', 'signalbox_session=x'],
  ])
    test(`does not run in a page ${how}`, async ({ page, context, publisher }) => {
      await page.addInitScript(collectViolations);
      if (cookie)
        await context.addCookies([{ name: 'signalbox_session', value: 'x', url: publisher.app.url }]);
      // As if a hole in the page had let it through: the answer's headers are those of the server.
      await page.route(publisher.app.url, async (route) => {
        const response = await route.fetch();
        const html = (await response.text()).replace('</body>', `${injection}</body>`);
        await route.fulfill({ response, body: html });
      });
      await page.goto('/');
      await expectLive(page);
      await page.evaluate(inject);
      await expect.poll(async () => (await violationsOf(page)).length).toBeGreaterThanOrEqual(4);
      expect(await page.evaluate(() => window.injected)).toBeUndefined();
    });
});

firefoxTest(
  'in Firefox, the page is live under its policy, and what gets into it does not run',
  async ({ firefox, publisher }) => {
    firefoxTest.slow();
    const tab = await openLiveTab(firefox, publisher.app.url);
    await tab.evaluateOnNewDocument(collectViolations);
    await tab.reload({ waitUntil: 'load' });
    await expect
      .poll(() =>
        tab.evaluate(() =>
          document.querySelector('[data-testid=connection]')?.getAttribute('data-connection'),
        ),
      )
      .toBe('live');
    expect(await tab.evaluate(() => window.violations)).toEqual([]);
    await tab.evaluate(inject);
    await expect.poll(() => tab.evaluate(() => window.violations.length)).toBeGreaterThanOrEqual(2);
    expect(await tab.evaluate(() => window.injected)).toBeUndefined();
    await tab.close();
  },
);
