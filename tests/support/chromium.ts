import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findOnPath, installPackage, mayInstall } from './install';

/** The Chromium to test with: this machine's, else Playwright's own. Undefined when there is none. */
export function findChromium(): string | undefined {
  const installed = findOnPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
  if (installed) return installed;
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** Finds a Chromium or installs one. */
export async function requireChromium(): Promise<string> {
  if (!findChromium() && mayInstall()) await installPackage('chromium');
  if (!findChromium()) downloadFromPlaywright();
  const path = findChromium();
  if (!path) {
    throw new Error(
      'The end-to-end tests need Chromium. Install it, or run `npx playwright install chromium`.',
    );
  }
  return path;
}

function downloadFromPlaywright() {
  console.log('· Installing Chromium for the tests …');
  try {
    execFileSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
      stdio: 'pipe',
      timeout: 5 * 60_000,
    });
  } catch {
    // Said in words by whoever looks for it next.
  }
}
