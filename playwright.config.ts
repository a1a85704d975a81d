import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/support/chromium';

/** How the tests start Chromium. */
export const chromiumOptions = {
  executablePath: findChromium(),
  args: [
    ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ],
};

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'tests/.output/playwright',
  globalSetup: './tests/support/e2e-setup.ts',
  // All tests share one page: what one publishes, the next one sees.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  use: {
    // Set by the global set-up, which runs before any test file is read.
    baseURL: process.env.TEST_APP_URL,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: chromiumOptions,
  },
});
