import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { expect, test } from './visitor-fixtures';

const axeSource = readFileSync(join(process.cwd(), 'node_modules/axe-core/axe.min.js'), 'utf8');

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 1280]) {
    test.describe(`in ${colorScheme} at ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      test('axe finds nothing in the API reference, and nothing scrolls sideways', async ({ page }) => {
        await page.goto('/docs/api');
        await page.evaluate(axeSource);
        const { violations } = await page.evaluate(() =>
          (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
            rules: { 'target-size': { enabled: true } },
          }),
        );
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        const { scrollWidth, clientWidth } = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return { scrollWidth, clientWidth };
        });
        expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
      });
    });
  }
}

test('the API reference leads from an operation to the shape it answers', async ({ page }) => {
  await page.goto('/docs/api');
  await page.getByRole('link', { name: /^Open an incident/ }).click();
  const operation = page.getByRole('article', { name: /^Open an incident/ });
  await expect(operation).toBeInViewport();
  await operation.getByRole('link', { name: 'CreateIncident' }).click();
  await expect(page.getByRole('article', { name: 'CreateIncident' })).toBeInViewport();
});
