import type { Page } from '@playwright/test';
import { expect, test } from './admin-fixtures';

const rows = (page: Page) => page.getByRole('form', { name: 'Order of the page' }).getByRole('listitem');

async function archive(page: Page, name: string) {
  await page.goto('/admin/services');
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('link', { name: 'Archive…' }).click();
  await page.getByRole('button', { name: 'Archive service' }).click();
  await expect(page.getByText('Archived. It is off the page; its history is kept.')).toBeVisible();
}

test('a service is created in a new group, edited, archived and restored', async ({ admin }) => {
  await admin.goto('/admin/services/groups/new');
  await admin.getByLabel('Name').fill('Back office');
  await admin.getByRole('button', { name: 'Create group' }).click();
  await expect(admin.getByText('Visitors see the group once a service is in it.')).toBeVisible();

  await admin.getByRole('link', { name: 'New service' }).click();
  await admin.getByLabel('Name').fill('Invoices');
  await admin.getByLabel('Group').selectOption('Back office');
  await admin.getByRole('button', { name: 'Create service' }).click();
  await expect(admin.getByRole('status').filter({ hasText: 'Created. It is on the page.' })).toBeFocused();

  await admin.getByRole('link', { name: 'Invoices' }).click();
  await admin.getByLabel('Name').fill('Invoicing');
  await admin.getByLabel('Only show it when something is wrong').check();
  await admin.getByRole('button', { name: 'Save service' }).click();
  await expect(admin.getByText('Saved.')).toBeVisible();
  await admin.getByRole('link', { name: 'Invoicing' }).click();
  await expect(admin.getByLabel('Only show it when something is wrong')).toBeChecked();

  await archive(admin, 'Invoicing');
  await admin.getByRole('button', { name: 'Restore Invoicing' }).click();
  await expect(admin.getByText('Restored. It is back on the page.')).toBeVisible();
  await archive(admin, 'Invoicing');

  await admin.getByRole('link', { name: 'Back office' }).click();
  await admin.getByRole('link', { name: 'Archive…' }).click();
  await admin.getByRole('button', { name: 'Archive group' }).click();
  await expect(admin.getByText('Its services now stand on their own.')).toBeVisible();
});

test('services are reordered with the keyboard, and the focus stays on the button', async ({ admin }) => {
  await admin.goto('/admin/services');
  const before = await rows(admin).allInnerTexts();
  const down = admin.getByRole('button', { name: 'Move API down' });
  await down.focus();
  await admin.keyboard.press('Enter');
  await expect(rows(admin).nth(1)).toContainText('API');
  await expect(admin.getByText('Moved.').first()).toBeVisible();
  await expect(down).toBeFocused();
  await admin.getByRole('button', { name: 'Move API up' }).click();
  await expect(rows(admin).nth(0)).toContainText('API');
  expect(await rows(admin).allInnerTexts()).toEqual(before);
});

test('one tap sets a status, and one takes it back', async ({ admin }) => {
  const board = admin.getByRole('group', { name: 'Status of Search' });
  await board.getByRole('button', { name: /Partial/ }).click();
  await expect(admin.getByText('Search: visitors see “Partial outage”.').first()).toBeVisible();
  await expect(board.getByRole('button', { name: /Partial/ })).toHaveAttribute('aria-pressed', 'true');
  await admin.getByRole('button', { name: 'Undo' }).click();
  await expect(admin.getByText('Search: visitors see “Operational”.').first()).toBeVisible();
  await expect(board.getByRole('button', { name: /OK/ })).toHaveAttribute('aria-pressed', 'true');
});

test('two admins who edit one service lose nothing', async ({ admin, context }) => {
  await admin.goto('/admin/services');
  await admin.getByRole('link', { name: 'File storage' }).click();
  await expect(admin.getByRole('heading', { name: 'File storage' })).toBeVisible();
  const other = await context.newPage();
  await other.goto(admin.url());
  const before = await other.getByLabel('Description').inputValue();
  await other.getByLabel('Description').fill('Their words.');
  await other.getByRole('button', { name: 'Save service' }).click();
  await expect(other.getByText('Saved.')).toBeVisible();

  await admin.getByLabel('Description').fill('My words.');
  await admin.getByRole('button', { name: 'Save service' }).click();
  await expect(admin.getByText('Someone changed this service while you were editing it.')).toBeVisible();
  await expect(admin.getByRole('definition').filter({ hasText: 'Their words.' })).toBeVisible();
  await expect(admin.getByLabel('Description')).toHaveValue('My words.');
  await admin.getByLabel('Description').fill(before);
  await admin.getByRole('button', { name: 'Save service' }).click();
  await expect(admin.getByText('Saved.')).toBeVisible();
});
