import type { Locator } from '@playwright/test';
import { expect, phone } from './admin-fixtures';
import { colourOf, control, image, save, test, violations } from './branding-fixtures';

test('the preview follows what is typed, and what is too large is said before it is sent', async ({
  form: admin,
}) => {
  const light = admin.getByRole('region', { name: 'In light mode' });
  const dark = admin.getByRole('region', { name: 'In dark mode' });
  const link = (panel: Locator) => colourOf(panel.getByText('link', { exact: true }));
  await control(admin, 'name').fill('Typed just now');
  await control(admin, 'accent').fill('#e0a100');
  await expect(light.getByText('Typed just now').last()).toBeVisible();
  await expect.poll(() => link(dark)).toBe('rgb(224, 161, 0)');
  expect(await link(light)).toBe('rgb(140, 100, 0)');
  await control(admin, 'lightLogo').setInputFiles(image('logo.webp'));
  await expect(light.locator('img')).toHaveAttribute('src', /^data:image\/webp/);
  const large = { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.alloc(600 * 1024) };
  await control(admin, 'lightLogo').setInputFiles(large);
  await expect(admin.getByText('photo.png is too large. Choose a file of at most 512 KB.')).toBeVisible();
});

test('who edits what someone else has just changed is shown both', async ({ form: admin, context }) => {
  const other = await context.newPage();
  await other.goto('/admin/branding');
  await control(other, 'announcement').fill('Theirs');
  await save(other);
  await control(admin, 'announcement').fill('Mine');
  await admin.getByRole('button', { name: 'Save branding' }).click();
  await expect(admin.getByText('Someone changed the branding while you were editing it.')).toBeVisible();
  await expect(admin.getByText('Theirs', { exact: true })).toBeVisible();
  await expect(control(admin, 'announcement')).toHaveValue('Mine');
  await save(admin);
  await admin.goto('/');
  await expect(admin.getByRole('region', { name: 'Announcement' })).toHaveText('Mine');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the form in ${colorScheme}`, async ({ form: admin }) => {
    await admin.emulateMedia({ colorScheme });
    await control(admin, 'accent').fill('#ffd400');
    await control(admin, 'headerLinks').fill('Docs https://docs.example.com');
    await control(admin, 'announcement').fill('A [link](https://example.com).');
    await control(admin, 'lightLogo').setInputFiles(image('logo.svg'));
    expect(await violations(admin)).toEqual([]);
    await control(admin, 'support').fill('nowhere');
    await admin.getByRole('button', { name: 'Save branding' }).click();
    await expect(control(admin, 'support')).toBeFocused();
    expect(await violations(admin)).toEqual([]);
  });
}

test.describe('on a phone', () => {
  test.use(phone);

  test('nothing scrolls sideways, branded or being branded', async ({ form: admin }) => {
    const word = 'Averyveryveryverylongwordwithoutanyspaceinitthatnobodyshouldwrite';
    for (const field of ['name', 'announcement', 'footerText']) await control(admin, field).fill(word);
    await control(admin, 'lightLogo').setInputFiles(image('logo.svg'));
    await control(admin, 'headerLinks').fill(`${word.slice(0, 60)} /a\nDocs /docs\nBlog /blog`);
    await save(admin);
    for (const path of ['/admin/branding', '/']) {
      await admin.goto(path);
      const overflow = await admin.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the branding is set, a mistake keeps what was typed, and the page has it all', async ({
    form: admin,
  }) => {
    await control(admin, 'announcement').fill('Set **without** script.');
    await control(admin, 'headerLinks').fill('Docs https://docs.example.com');
    await control(admin, 'accent').fill('#e0a100');
    await control(admin, 'support').fill('javascript:alert(1)');
    await control(admin, 'lightLogo').setInputFiles(image('logo.svg'));
    await admin.getByRole('button', { name: 'Save branding' }).click();
    await expect(admin.getByText(/^Write an e-mail address, or an address that begins/)).toBeVisible();
    await expect(control(admin, 'announcement')).toHaveValue('Set **without** script.');
    await expect(control(admin, 'support')).toHaveValue('javascript:alert(1)');
    // Playwright reads no text inside noscript.
    await expect(admin.locator('noscript p').first()).toBeVisible();
    // What was sent is in the server's preview too.
    await expect(admin.getByRole('region', { name: 'In light mode' }).getByText('Docs')).toBeVisible();

    await control(admin, 'support').fill('help@example.com');
    const page = {
      name: 'page.html',
      mimeType: 'image/png',
      buffer: Buffer.from('<!doctype html><p>no image'),
    };
    await control(admin, 'lightLogo').setInputFiles(page);
    await admin.getByRole('button', { name: 'Save branding' }).click();
    await expect(admin.getByText(/^This is none of PNG, JPG/)).toBeVisible();

    await control(admin, 'lightLogo').setInputFiles(image('logo.svg'));
    await save(admin);
    await admin.goto('/');
    await expect(admin.getByRole('region', { name: 'Announcement' }).locator('strong')).toHaveText('without');
    await expect(admin.locator('.sb-logo')).toBeVisible();
    await expect(admin.getByRole('link', { name: 'Docs' })).toBeVisible();
    const link = admin.getByRole('link', { name: 'All incidents and maintenance' });
    expect(await colourOf(link)).toBe('rgb(140, 100, 0)');
  });
});
