import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expect, test, widgets } from './widget-fixtures';

const axeSource = readFileSync(join(process.cwd(), 'node_modules/axe-core/axe.min.js'), 'utf8');

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
      rules: { 'target-size': { enabled: true } },
    }),
  );
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const shown = `<h1>A shop</h1><signalbox-status></signalbox-status>
  <signalbox-status kind="banner"></signalbox-status><signalbox-status kind="services"></signalbox-status>`;
const services = { API: 'major_outage', Search: 'partial_outage', CDN: 'degraded_performance' };

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in ${theme}, calm or not`, async ({ page, front, statusPage, site }) => {
    const style = `<style>:root { color-scheme: ${theme} }</style>`;
    site.show(style + widgets(front.url, shown));
    await page.goto(site.allowed);
    const widget = page.locator('signalbox-status').first();
    await expect(widget).toContainText('All systems operational');
    expect(await violations(page), 'calm').toEqual([]);
    const id = await statusPage.open('Many things fail', 'Words.', services);
    await expect(widget).toContainText('Major outage');
    expect(await violations(page), 'troubled').toEqual([]);
    await statusPage.remove(id);
  });
}

test('nothing of it is wider than a page of 320 px', async ({ page, front, statusPage, site }) => {
  const word = 'Averyveryveryverylongwordwithoutanyspaceinitthatnobodyshouldwritebutsomebodywill';
  const id = await statusPage.open(word, 'Words.', services);
  await page.setViewportSize({ width: 320, height: 800 });
  site.show(`<meta name="viewport" content="width=device-width">${widgets(front.url, shown)}`);
  await page.goto(site.allowed);
  await expect(page.getByRole('link', { name: word })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await statusPage.remove(id);
});
