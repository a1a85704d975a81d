import type { Page } from '@playwright/test';
import { deleteIncident, expect, openIncident, phone, test } from './admin-fixtures';
import { violations } from './axe';

/** Links and controls less than 44 px high, apart from those inside a sentence. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'a, button, select, textarea, summary, label:has(input), input[type]',
      ),
    ]
      .filter(
        (target) =>
          !target.closest('p, label:not(:has(input)), .sr-only') && target.getAttribute('type') !== 'hidden',
      )
      .filter((target) => !(target.matches('input') && target.closest('label')))
      .filter((target) => target.checkVisibility() && target.getBoundingClientRect().width > 1)
      .filter((target) => target.getBoundingClientRect().height < 43.5)
      .map((target) => target.outerHTML.slice(0, 120)),
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ ...phone, colorScheme });

    test('axe finds nothing on any page, every target is large enough, and nothing overflows', async ({
      admin,
    }) => {
      test.slow();
      const incident = await openIncident(
        admin,
        'An incident to look at',
        'Some **words** and a [link](https://example.com).',
      );
      await admin.getByRole('link', { name: 'Edit the update' }).click();
      await expect(admin.getByRole('heading', { name: 'Edit update' })).toBeVisible();
      const update = new URL(admin.url()).pathname;
      await admin.goto('/admin/services');
      const hrefOf = async (selector: string) =>
        (await admin.locator(selector).first().getAttribute('href')) ?? '';
      const service = await hrefOf('main li a');
      const group = await hrefOf('main a[href*="/groups/"]:not([href$="/new"])');
      const paths = [
        ...[
          '/admin',
          '/admin/incidents',
          '/admin/incidents/new',
          incident,
          `${incident}/edit`,
          `${incident}/delete`,
        ],
        ...[update, '/admin/services', '/admin/services/new', service, `${service}/archive`],
        ...['/admin/services/groups/new', group, `${group}/archive`],
      ];
      for (const path of paths) {
        await admin.goto(path);
        for (const closed of await admin.locator('main summary').all()) await closed.click();
        expect(await violations(admin), path).toEqual([]);
        expect(await smallTargets(admin), path).toEqual([]);
        const overflow = await admin.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, `${path} overflows`).toBeLessThanOrEqual(0);
      }
      await admin.goto('/admin/incidents/new');
      await admin.getByRole('button', { name: 'Publish' }).click();
      await expect(admin.getByText('Say in a few words what is wrong.')).toBeVisible();
      expect(await violations(admin), 'a form with a mistake').toEqual([]);
      await deleteIncident(admin, incident);
    });

    test('axe finds nothing on the sign-in page', async ({ page }) => {
      await page.goto('/admin/sign-in');
      expect(await violations(page)).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
    });
  });
}
