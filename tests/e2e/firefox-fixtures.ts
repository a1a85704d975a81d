import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { requireFirefox } from '../support/firefox';
import { noteProcess } from '../support/test-run';
import { expect, test as tabsTest } from './tabs-fixtures';

export { expect };

/** The tabs' test with a stock Firefox, spoken to by WebDriver BiDi, in place of Chromium. */
export const test = tabsTest.extend<{ quietConsole: undefined }, { firefox: Browser }>({
  firefox: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object pattern here.
    async ({}, use) => {
      const executablePath = await requireFirefox();
      const firefox = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
      noteProcess(firefox.process()?.pid);
      await use(firefox);
      await firefox.close();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object pattern here.
  quietConsole: async ({}, use) => use(undefined),
});

/** Opens a page in a tab and waits until it says that it is live. */
export async function openLiveTab(firefox: Browser, url: string): Promise<Page> {
  const tab = await firefox.newPage();
  await tab.goto(url, { waitUntil: 'domcontentloaded' });
  await expectConnection(tab, 'live');
  return tab;
}

/** Waits until the page says how it is connected. */
export async function expectConnection(tab: Page, connection: string, timeout = 10_000) {
  const said = () =>
    tab.evaluate(() => document.querySelector('[data-testid=connection]')?.getAttribute('data-connection'));
  await expect.poll(said, { timeout }).toBe(connection);
}

/** Waits until the text of each tab has all of these words. */
export async function expectWords(tabs: Page[], ...words: string[]) {
  for (const tab of tabs) {
    const missing = async () => {
      const text = await tab.evaluate(() => document.body.textContent ?? '');
      return words.filter((word) => !text.includes(word));
    };
    await expect.poll(missing).toEqual([]);
  }
}
