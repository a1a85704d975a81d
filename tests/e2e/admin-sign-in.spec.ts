import { testAdmin } from '../support/e2e-setup';
import { expect, signIn, test } from './admin-fixtures';

test('whoever asks for the control room signs in first and arrives where they wanted', async ({ page }) => {
  await page.goto('/admin/services');
  await expect(page).toHaveURL('/admin/sign-in?next=%2Fadmin%2Fservices');
  await signIn(page, page.url());
  await expect(page).toHaveURL('/admin/services');
  await expect(page.getByRole('heading', { name: 'Services', level: 1 })).toBeVisible();
});

test('a wrong password and an unknown account get the same answer, and the e-mail stays', async ({
  page,
}) => {
  for (const email of [testAdmin.email, 'nobody@example.com']) {
    await page.goto('/admin/sign-in');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const answer = page.getByRole('alert').filter({ hasText: 'E-mail address and password do not match.' });
    await expect(answer).toBeFocused();
    await expect(page.getByLabel('E-mail')).toHaveValue(email);
  }
});

test('an empty field is named, and the focus goes there', async ({ page }) => {
  await page.goto('/admin/sign-in');
  await page.getByLabel('E-mail').fill(testAdmin.email);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('Password')).toBeFocused();
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription('Enter your password.');
});

test('signing in never leads to another site', async ({ page, baseURL }) => {
  await signIn(page, '/admin/sign-in?next=https://example.com/admin');
  await expect(page).toHaveURL(`${baseURL}/admin`);
});

test('the session is out of reach of scripts, and ends when signing out', async ({ admin, context }) => {
  const [cookie] = (await context.cookies()).filter(({ name }) => name.endsWith('signalbox_session'));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  await admin.getByRole('button', { name: 'Sign out' }).click();
  await expect(admin.getByText('You are signed out.')).toBeVisible();
  // The old cookie is worth nothing any more, even if someone kept it.
  if (cookie) await context.addCookies([cookie]);
  await admin.goto('/admin');
  await expect(admin).toHaveURL('/admin/sign-in');
});

test('a form sent after signing out elsewhere says so and keeps the text', async ({ admin, context }) => {
  await admin.goto('/admin/incidents/new');
  await admin.getByLabel('What is wrong').fill('Written before the session ended');
  const other = await context.newPage();
  await other.goto('/admin');
  await other.getByRole('button', { name: 'Sign out' }).click();
  await expect(other.getByText('You are signed out.')).toBeVisible();
  await admin.getByRole('button', { name: 'Publish' }).click();
  await expect(admin.getByRole('alert').filter({ hasText: 'You are signed out' })).toBeVisible();
  await expect(admin.getByLabel('What is wrong')).toHaveValue('Written before the session ended');
});
