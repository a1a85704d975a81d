import { test as base, expect, type Page } from '@playwright/test';
import { testAdmin } from '../support/e2e-setup';

export { expect };

type Fixtures = {
  /** A page in which the admin is signed in. */
  admin: Page;
  /** Fails the test when the browser's console says that something went wrong. */
  quietConsole: undefined;
};

export const test = base.extend<Fixtures>({
  quietConsole: [
    async ({ context }, use) => {
      const errors: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
      });
      context.on('weberror', (failure) => errors.push(failure.error().message));
      await use(undefined);
      expect(errors, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
  admin: async ({ page }, use) => {
    await signIn(page);
    await use(page);
  },
});

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Signs the test's admin in. */
export async function signIn(page: Page, next = '/admin') {
  await page.goto(next);
  await page.getByLabel('E-mail').fill(testAdmin.email);
  await page.getByLabel('Password').fill(testAdmin.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL((url) => !url.pathname.endsWith('/sign-in'));
}

/** Opens an incident that hits no service and answers its path in the control room. */
export async function openIncident(page: Page, title: string, message = 'We are looking into it.') {
  await page.goto('/admin/incidents/new');
  await page.getByLabel('What is wrong').fill(title);
  await page.getByLabel('Message to visitors').fill(message);
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Published.')).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Deletes an incident, so that the next test finds the page as it was. */
export async function deleteIncident(page: Page, path: string) {
  await page.goto(`${path}/delete`);
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('Deleted.')).toBeVisible();
}
