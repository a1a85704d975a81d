import { rm } from 'node:fs/promises';
import { startApp } from './app';
import { requireChromium } from './chromium';
import { startTestPostgres } from './postgres';
import { testRunDir } from './test-run';

/** The admin that the end-to-end tests sign in as. */
export const testAdmin = { email: 'admin@example.com', password: 'correct-horse-battery' };

/** Playwright calls it once, before the first test; what it returns is called after the last one. */
export default async function setUp() {
  const isOurs = !process.env.TEST_RUN_DIR;
  const folder = testRunDir();
  await requireChromium();
  const postgres = await startTestPostgres();
  const env = {
    DATABASE_URL: postgres.url,
    ADMIN_EMAIL: testAdmin.email,
    ADMIN_PASSWORD: testAdmin.password,
  };
  const app = await startApp({ env }).catch(async (error) => {
    await postgres.stop();
    throw error;
  });
  process.env.TEST_APP_URL = app.url;
  return async () => {
    await app.stop();
    await postgres.stop();
    if (isOurs) await rm(folder, { recursive: true, force: true });
  };
}
