import type { BrowserContext, Page } from '@playwright/test';
import { type CountingFront, startCountingFront } from '../support/counting-front';
import { expect, expectLive, test as visitorTest } from './visitor-fixtures';

export { expect, expectLive };

/** The visitors' test, with the pages opened through a proxy that counts their streams. */
export const test = visitorTest.extend<{ front: CountingFront }>({
  front: async ({ publisher }, use) => {
    const front = await startCountingFront(publisher.app.port);
    await use(front);
    await front.stop();
  },
  baseURL: ({ front }, use) => use(front.url),
});

/** Opens the page in so many tabs of one browser, one after another, each live before the next. */
export async function openTabs(context: BrowserContext, count: number): Promise<Page[]> {
  const tabs: Page[] = [];
  while (tabs.length < count) {
    const tab = await context.newPage();
    await tab.goto('/');
    await expectLive(tab);
    tabs.push(tab);
  }
  return tabs;
}

/** Waits until each of the tabs shows an incident. */
export async function expectIncident(tabs: Page[], name: string, timeout = 10_000) {
  await Promise.all(tabs.map((tab) => expect(tab.getByRole('article', { name })).toBeVisible({ timeout })));
}
