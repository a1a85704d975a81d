import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { test as base, expect } from './admin-fixtures';

const axeSource = readFileSync(join(process.cwd(), 'node_modules/axe-core/axe.min.js'), 'utf8');
const texts = [
  ...['announcement', 'accent', 'headerLinks', 'footerLinks'],
  ...['footerText', 'support', 'customCss'],
];

/** Playwright's test with the branding's form, which afterwards leaves the page as it was. */
export const test = base.extend<{ form: Page }>({
  form: async ({ admin }, use) => {
    await admin.goto('/admin/branding');
    const name = await control(admin, 'name').inputValue();
    await use(admin);
    await admin.goto('/admin/branding');
    await control(admin, 'name').fill(name);
    for (const text of texts) await control(admin, text).fill('');
    for (const box of await admin.getByRole('checkbox', { name: 'Take it away' }).all()) await box.check();
    await control(admin, 'showName').check();
    await save(admin);
  },
});

/** A real image of the fixtures. */
export const image = (name: string) => join(process.cwd(), 'tests/fixtures/images', name);

export const control = (form: Page, name: string) => form.locator(`[name="${name}"]`);

export const colourOf = (link: Locator) => link.evaluate((element) => getComputedStyle(element).color);

export async function save(form: Page) {
  await form.getByRole('button', { name: 'Save branding' }).click();
  await expect(form.getByText('Saved.')).toBeVisible();
}

/** What axe has against the page as it is. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
