import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expect, expectLive, test } from './visitor-fixtures';

const calm = {
  ar: {
    name: 'العربية',
    direction: 'rtl',
    banner: 'جميع الأنظمة تعمل',
    nothing: 'لا يوجد شيء في هذا العنوان',
  },
  de: { name: 'Deutsch', direction: 'ltr', banner: 'Alle Systeme betriebsbereit', nothing: 'gibt es nichts' },
  en: { name: 'English', direction: 'ltr', banner: 'All systems operational', nothing: 'There is nothing' },
  es: { name: 'Español', direction: 'ltr', banner: 'Todos los sistemas operativos', nothing: 'No hay nada' },
  fr: {
    name: 'Français',
    direction: 'ltr',
    banner: 'Tous les systèmes sont opérationnels',
    nothing: 'Il n’y a rien',
  },
  ja: {
    name: '日本語',
    direction: 'ltr',
    banner: 'すべてのシステムが正常に稼働しています',
    nothing: 'このアドレスには何もありません',
  },
};
type Language = keyof typeof calm;
const languages = Object.keys(calm) as Language[];

async function expectLanguage(page: Page, language: Language) {
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.locator('html')).toHaveAttribute('dir', calm[language].direction);
  await expect(page.getByRole('heading', { level: 2, name: calm[language].banner })).toBeVisible();
}

const inSwitch = (page: Page, language: Language) =>
  page.getByRole('button', { name: calm[language].name, exact: true });

/** How much has moved since the page was opened (Cumulative Layout Shift; good pages stay below 0.1). */
const layoutShift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const sum = (list: PerformanceObserverEntryList) =>
          list
            .getEntries()
            .reduce((total, entry) => total + (entry as PerformanceEntry & { value: number }).value, 0);
        new PerformanceObserver((list) => resolve(sum(list))).observe({
          type: 'layout-shift',
          buffered: true,
        });
        // An observer that finds nothing stays silent.
        setTimeout(() => resolve(0), 500);
      }),
  );

const axeSource = readFileSync(join(process.cwd(), 'node_modules/axe-core/axe.min.js'), 'utf8');

for (const language of languages) {
  test.describe(`a browser that asks for ${language}`, () => {
    test.use({ locale: language, timezoneId: 'Asia/Kolkata', expectedErrors: /404/ });

    test('is answered so from the first byte on', async ({ page, publisher }) => {
      const answer = await fetch(publisher.app.url, { headers: { 'Accept-Language': language } });
      expect(answer.headers.get('vary')).toContain('Accept-Language, Cookie');
      expect(answer.headers.get('content-language')).toBe(language);
      expect(await answer.text()).toContain(`<html lang="${language}" dir="${calm[language].direction}"`);
      await page.goto('/');
      await expectLanguage(page, language);
      await expectLive(page);
      await expectLanguage(page, language);
      await expect(inSwitch(page, language)).toHaveAttribute('aria-current', 'true');
      await page.goto('/nothing');
      await expect(page.getByRole('heading', { name: calm[language].nothing })).toBeVisible();
    });

    test('is answered so on every page, and nothing there moves when it comes alive', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 800 });
      await page.goto('/');
      const links = await page
        .locator('main a[href^="/"]')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      const kinds = ['/services/', '/incidents/', '/maintenance/', '/history'];
      const paths = kinds.flatMap((kind) => links.find((link) => link?.startsWith(kind)) ?? []);
      expect(paths).toHaveLength(kinds.length);
      for (const path of ['/', ...paths]) {
        await page.goto(path);
        await expectLive(page);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        expect(await layoutShift(page), path).toBeLessThan(0.05);
      }
    });
  });
}

test.describe('the switch', () => {
  const switches = async (page: Page, path: string) => {
    for (const language of ['ar', 'de', 'ja'] as const) {
      await page.goto(path);
      await inSwitch(page, language).click();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(path);
    }
    await page.goto('/');
    await expectLanguage(page, 'ja');
  };

  test('leads back to the page it was used on, and is remembered', async ({ page, publisher }) => {
    const id = await publisher.open('Switched', 'While reading.');
    await publisher.update(id, { status: 'resolved', body: 'Over.' });
    await switches(page, `/incidents/${id}?from=mail`);
    await publisher.remove(id);
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });
    test('does so too', ({ page }) => switches(page, '/?from=mail'));
  });

  test('is reached by keyboard, and names each language in itself', async ({ page }) => {
    await page.goto('/');
    await expect(inSwitch(page, 'ar')).toHaveAttribute('lang', 'ar');
    await inSwitch(page, 'ar').focus();
    await page.keyboard.press('Tab');
    await expect(inSwitch(page, 'de')).toBeFocused();
    await page.keyboard.press('Enter');
    await expectLanguage(page, 'de');
  });

  test('leads to no other site, and to no language that we do not have', async ({ publisher }) => {
    const post = (body: string, referer?: string) =>
      fetch(`${publisher.app.url}/language`, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          ...(referer && { Referer: referer }),
        },
        body,
      });
    const leadsTo = async (referer?: string) => (await post('language=de', referer)).headers.get('location');
    expect(await leadsTo(`${publisher.app.url}/incidents/x?y=1#z`)).toBe('/incidents/x?y=1');
    expect(await leadsTo('https://example.com//evil.example/x')).toBe('/evil.example/x');
    expect(await leadsTo('https://example.com/\\evil.example')).toBe('/evil.example');
    expect(await leadsTo('javascript:alert(1)')).toBe('/');
    expect(await leadsTo()).toBe('/');
    const refused = await post('language=qaa');
    expect(refused.status).toBe(400);
    expect(refused.headers.get('set-cookie')).toBeNull();
    expect((await fetch(`${publisher.app.url}/language`)).status).toBe(405);
    expect((await post('')).status).toBe(400);
    expect((await post(`language=de&x=${'x'.repeat(2_000)}`)).status).toBe(413);
  });
});

test.describe('in German', () => {
  test.use({ locale: 'de-CH' });

  test('a change is announced, and told in the tab, in German', async ({ page, publisher }) => {
    await page.goto('/');
    await expectLive(page);
    await expect(page.getByTestId('connection')).toContainText(/aktualisiert (gerade eben|vor \d+ Sek\.)/);
    const id = await publisher.open('Pages load slowly', 'We see it too.', { CDN: 'degraded_performance' });
    await expect(page.getByTestId('announcement')).toHaveText(
      'CDN: eingeschränkte Leistung. Neue Störung: Pages load slowly.',
    );
    await expect(page).toHaveTitle('Eingeschränkte Leistung · Northwind Cloud');
    await publisher.update(id, { status: 'resolved', body: 'All quick again.' });
    await expect(page.getByTestId('announcement')).toHaveText(
      'CDN: wieder betriebsbereit. Pages load slowly: behoben.',
    );
    await publisher.remove(id);
  });
});

test.describe('in Arabic', () => {
  test.use({ locale: 'ar', viewport: { width: 320, height: 800 } });

  test('the page runs from right to left, and what people wrote as they wrote it', async ({
    page,
    publisher,
  }) => {
    const id = await publisher.open('API (v2) fails!', 'Requests fail: 503.', { API: 'major_outage' });
    await page.goto('/');
    await expectLive(page);
    const title = page.getByRole('link', { name: 'API (v2) fails!' }).locator('bdi');
    expect(await title.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
    const body = page.locator('[dir=auto]', { hasText: 'Requests fail: 503.' }).first();
    expect(await body.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
    const skip = await page.getByRole('main').boundingBox();
    const icon = await page.locator('[data-status=major_outage] svg').first().boundingBox();
    expect(icon?.x ?? 0).toBeGreaterThan((skip?.x ?? 0) + (skip?.width ?? 0) / 2);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await publisher.remove(id);
  });
});
