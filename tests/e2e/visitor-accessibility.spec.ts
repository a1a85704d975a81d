import { violations } from './axe';
import { expect, expectLive, test } from './visitor-fixtures';

const services = { API: 'major_outage', Search: 'partial_outage', CDN: 'degraded_performance' };

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    // The 404 is looked at too, and the browser's console names it.
    test.use({ colorScheme, expectedErrors: /404/ });

    test('axe finds nothing, calm or not, folded or not', async ({ page, publisher }) => {
      await page.goto('/');
      await expectLive(page);
      expect(await violations(page), 'calm').toEqual([]);
      const id = await publisher.open(
        'Many things fail',
        'Words, `code`, a [link](https://example.com).\n\n# And more',
        services,
      );
      await expect(page.getByRole('article', { name: 'Many things fail' })).toBeVisible();
      await page.waitForTimeout(7_000);
      for (const summary of await page.locator('summary').all()) await summary.click();
      expect(await violations(page), 'troubled').toEqual([]);
      await page.goto(`/incidents/${id}`);
      await expectLive(page);
      expect(await violations(page), 'an incident').toEqual([]);
      await publisher.remove(id);
      await page.goto('/nothing');
      expect(await violations(page), 'nothing').toEqual([]);
    });
  });
}

for (const width of [320, 390, 768]) {
  test(`nothing scrolls sideways at ${width} px`, async ({ page, publisher }) => {
    const word = 'Averyveryveryverylongwordwithoutanyspaceinitthatnobodyshouldwritebutsomebodywill';
    const id = await publisher.open(
      word,
      `${word}\n\n\`\`\`\n${word.repeat(3)}\n\`\`\`\n\n| a | b |\n|---|---|\n| ${word} | ${word} |`,
      services,
    );
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['/', `/incidents/${id}`]) {
      await page.goto(path);
      await expectLive(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
    await publisher.remove(id);
  });
}

test('without motion, what changed is marked and nothing moves', async ({ page, publisher }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/');
  await expectLive(page);
  const id = await publisher.open('Still', 'Words.', { API: 'major_outage' });
  await expect(page.getByRole('article', { name: 'Still' })).toBeVisible();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await publisher.remove(id);
});
