import { deleteIncident, expect, openIncident, phone, test } from './admin-fixtures';

test.describe('on a phone', () => {
  test.use(phone);

  test('a responder opens an incident with few taps, and visitors see it', async ({ admin }) => {
    await admin.getByRole('link', { name: 'Open incident' }).tap();
    await admin.getByLabel('What is wrong').fill('Card payments fail');
    await admin.getByRole('group', { name: 'API' }).getByText('Major').tap();
    await admin.getByRole('group', { name: 'Search' }).getByText('Degraded').tap();
    await expect(admin.getByLabel('Impact')).toContainText('Follow the services: critical impact');
    await admin.getByLabel('Message to visitors').fill('We are **looking** into it.');
    await admin.getByRole('button', { name: 'Preview' }).tap();
    const preview = admin.getByRole('region', { name: 'What visitors will read' });
    await expect(preview.locator('strong')).toHaveText('looking');
    await admin.getByRole('button', { name: 'Publish' }).tap();

    await expect(
      admin.getByRole('status').filter({ hasText: 'Published. 2 services updated.' }),
    ).toBeFocused();
    await expect(admin.getByRole('heading', { name: 'Card payments fail' })).toBeVisible();
    await expect(admin.getByText('Critical impact')).toBeVisible();
    const path = new URL(admin.url()).pathname;
    await admin.goto('/');
    await expect(admin.getByText('Card payments fail').first()).toBeVisible();
    await deleteIncident(admin, path);
  });

  test('a responder posts an update from the overview and resolves in two taps', async ({ admin }) => {
    await admin.goto('/admin/incidents/new');
    await admin.getByLabel('What is wrong').fill('Search is slow');
    await admin.getByRole('group', { name: 'Search' }).getByText('Partial').tap();
    await admin.getByRole('button', { name: 'Publish' }).tap();
    await expect(admin.getByText('Published. 1 service updated.')).toBeVisible();
    const path = new URL(admin.url()).pathname;

    await admin.goto('/admin');
    const card = admin.getByRole('listitem').filter({ hasText: 'Search is slow' });
    await card.getByText('Post update…').tap();
    await card.getByLabel('What is new').fill('An index is being rebuilt.');
    await card.getByLabel('Status').selectOption('Identified');
    await card.getByRole('button', { name: 'Publish update' }).tap();
    await expect(admin.getByRole('status').filter({ hasText: 'Update published.' })).toBeFocused();
    await expect(card.getByText('An index is being rebuilt.')).toBeVisible();
    await expect(card.getByLabel('What is new')).toHaveValue('');

    await card.getByText('Resolve…').tap();
    await expect(card.getByText('Restores Search, unless something else still holds.')).toBeVisible();
    await card.getByRole('button', { name: 'Resolve now' }).tap();
    await expect(
      admin.getByRole('status').filter({ hasText: 'Resolved. 1 service restored.' }),
    ).toBeFocused();
    await deleteIncident(admin, path);
  });
});

test('a form with a mistake names it, moves the focus there and keeps everything typed', async ({
  admin,
}) => {
  await admin.goto('/admin/incidents/new');
  await admin.getByRole('group', { name: 'API' }).getByText('Partial').click();
  await admin.getByLabel('Message to visitors').fill('Words that must not be lost.');
  await admin.getByRole('button', { name: 'Publish' }).click();
  await expect(admin.getByLabel('What is wrong')).toBeFocused();
  await expect(admin.getByLabel('What is wrong')).toHaveAccessibleDescription(
    'Say in a few words what is wrong.',
  );
  await expect(admin.getByLabel('Message to visitors')).toHaveValue('Words that must not be lost.');
  await expect(
    admin.getByRole('group', { name: 'API' }).getByRole('radio', { name: 'Partial' }),
  ).toBeChecked();
});

test('a lost connection loses no word', async ({ admin, context }) => {
  await admin.goto('/admin/incidents/new');
  await admin.getByLabel('What is wrong').fill('Typed in a tunnel');
  await context.route('**/admin/**', (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 204, body: '' }) : route.continue(),
  );
  await admin.getByRole('button', { name: 'Publish' }).click();
  await expect(admin.getByRole('alert').filter({ hasText: 'Nothing was saved.' })).toBeFocused();
  await expect(admin.getByLabel('What is wrong')).toHaveValue('Typed in a tunnel');
  await context.unroute('**/admin/**');
  await admin.getByRole('button', { name: 'Publish' }).click();
  await expect(admin.getByText('Published.')).toBeVisible();
  await deleteIncident(admin, new URL(admin.url()).pathname);
});

test('two admins who edit at once lose nothing', async ({ admin, context }) => {
  const path = await openIncident(admin, 'First title');
  const other = await context.newPage();
  await Promise.all([admin.goto(`${path}/edit`), other.goto(`${path}/edit`)]);
  await other.getByLabel('Title').fill('Their title');
  await other.getByLabel('Impact').selectOption('Major impact');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByText('Saved.')).toBeVisible();

  await admin.getByLabel('Title').fill('My title');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('Someone changed this incident while you were editing it.')).toBeVisible();
  await expect(admin.getByText('Their title')).toBeVisible();
  await expect(admin.getByRole('definition').filter({ hasText: 'Major impact' })).toBeVisible();
  await expect(admin.getByLabel('Title')).toHaveValue('My title');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByRole('heading', { name: 'My title' })).toBeVisible();
  await deleteIncident(admin, path);
});

test('an update’s words are edited, with the same care for a second editor', async ({ admin, context }) => {
  const path = await openIncident(admin, 'Words to mend', 'Teh first words.');
  await admin.getByRole('link', { name: 'Edit the update' }).click();
  await expect(admin.getByRole('heading', { name: 'Edit update' })).toBeVisible();
  const other = await context.newPage();
  await other.goto(admin.url());
  await other.getByLabel('Message to visitors').fill('The first words, by another.');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByText('The first words, by another.')).toBeVisible();

  await admin.getByLabel('Message to visitors').fill('The first words.');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('The first words, by another.')).toBeVisible();
  await expect(admin.getByLabel('Message to visitors')).toHaveValue('The first words.');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('Saved.')).toBeVisible();
  await expect(admin.getByText('The first words.', { exact: true })).toBeVisible();
  await deleteIncident(admin, path);
});

test('an incident is found by its title', async ({ admin }) => {
  const path = await openIncident(admin, 'A needle in the list');
  await admin.goto('/admin/incidents');
  await admin.getByLabel('Search').fill('needle');
  await admin.getByRole('button', { name: 'Search' }).click();
  await expect(admin.getByRole('main').getByRole('listitem')).toHaveCount(1);
  await admin.getByLabel('Search').fill('no incident is called this');
  await admin.getByRole('button', { name: 'Search' }).click();
  await expect(admin.getByText('Nothing matches.')).toBeVisible();
  await deleteIncident(admin, path);
});
