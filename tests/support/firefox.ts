import { findOnPath, installPackage, mayInstall } from './install';

/** Finds a stock Firefox or installs Debian's. Playwright's own is patched and proves nothing about what people use. */
export async function requireFirefox(): Promise<string> {
  const find = () => findOnPath('firefox-esr', 'firefox');
  if (!find() && mayInstall()) await installPackage('firefox-esr').catch(() => {});
  const path = find();
  if (!path) throw new Error('The end-to-end tests need Firefox. Install it (on Debian: firefox-esr).');
  return path;
}
