import { expect, test } from './admin-fixtures';

test.use({ javaScriptEnabled: false });

test('the whole journey of an incident works without JavaScript', async ({ admin }) => {
  await admin.getByRole('link', { name: 'Open incident' }).click();

  // A mistake keeps what was typed.
  await admin.getByLabel('Message to visitors').fill('We are **looking** into it.');
  await admin.getByRole('group', { name: 'API' }).getByText('Partial').click();
  await admin.getByRole('button', { name: 'Publish' }).click();
  await expect(admin.getByText('Say in a few words what is wrong.')).toBeVisible();
  await expect(admin.getByLabel('Message to visitors')).toHaveValue('We are **looking** into it.');
  await expect(
    admin.getByRole('group', { name: 'API' }).getByRole('radio', { name: 'Partial' }),
  ).toBeChecked();

  // The preview is drawn by the server.
  await admin.getByLabel('What is wrong').fill('No script, no problem');
  await admin.getByRole('button', { name: 'Preview' }).click();
  const preview = admin.getByRole('region', { name: 'What visitors will read' });
  await expect(preview.locator('strong')).toHaveText('looking');
  await admin.getByRole('button', { name: 'Publish' }).click();
  await expect(admin.getByText('Published. 1 service updated.')).toBeVisible();
  const path = new URL(admin.url()).pathname;

  await admin.getByLabel('Message to visitors').fill('Found it.');
  await admin.getByRole('group', { name: 'Status' }).getByText('Identified').click();
  await admin.getByRole('button', { name: 'Publish update' }).click();
  await expect(admin.getByText('Update published.')).toBeVisible();
  await expect(admin.getByText('Found it.')).toBeVisible();

  await admin.getByRole('link', { name: 'Edit title and impact' }).click();
  await admin.getByLabel('Title').fill('No script, still no problem');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByRole('heading', { name: 'No script, still no problem' })).toBeVisible();

  await admin.getByText('Resolve…').click();
  await admin.getByRole('button', { name: 'Resolve now' }).click();
  await expect(admin.getByText('Resolved. 1 service restored.')).toBeVisible();

  await admin.goto(`${path}/delete`);
  await admin.getByRole('button', { name: 'Delete for good' }).click();
  await expect(admin.getByText('Deleted. Visitors no longer see it.')).toBeVisible();
});

test('services are moved and set, and one signs out, without JavaScript', async ({ admin }) => {
  await admin.goto('/admin/services');
  const rows = admin.getByRole('form', { name: 'Order of the page' }).getByRole('listitem');
  await admin.getByRole('button', { name: 'Move API down' }).click();
  await expect(rows.nth(1)).toContainText('API');
  await admin.getByRole('button', { name: 'Move API up' }).click();
  await expect(rows.nth(0)).toContainText('API');

  await admin.goto('/admin');
  const board = admin.getByRole('group', { name: 'Status of Search' });
  await board.getByRole('button', { name: /Degraded/ }).click();
  await expect(admin.getByText('Search: visitors see “Degraded performance”.').first()).toBeVisible();
  await admin.getByRole('button', { name: 'Undo' }).click();
  await expect(admin.getByText('Search: visitors see “Operational”.').first()).toBeVisible();

  await admin.getByRole('button', { name: 'Sign out' }).click();
  await expect(admin.getByText('You are signed out.')).toBeVisible();
});

test('a form sent after the session ended leads to signing in, and back to the form', async ({
  admin,
  context,
}) => {
  await admin.goto('/admin/incidents/new');
  await admin.getByLabel('What is wrong').fill('Sent too late');
  await context.clearCookies();
  await admin.getByRole('button', { name: 'Publish' }).click();
  await expect(admin).toHaveURL('/admin/sign-in?next=%2Fadmin%2Fincidents%2Fnew');
});
