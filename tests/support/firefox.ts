import { findOnPath, installPackage, mayInstall } from './install';

const words =
  'The end-to-end tests need a stock Firefox on the PATH. Install it: on Debian `apt-get install firefox-esr`, ' +
  'elsewhere from https://www.mozilla.org/firefox/.';

/** Finds a stock Firefox or installs Debian's. Playwright's own is patched and proves nothing about what people use. */
export async function requireFirefox(): Promise<string> {
  const find = () => findOnPath('firefox-esr', 'firefox');
  if (!find() && mayInstall()) await installPackage('firefox-esr');
  const path = find();
  if (!path) throw new Error(words);
  return path;
}
