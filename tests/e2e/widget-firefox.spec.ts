import puppeteer, { type Browser } from 'puppeteer-core';
import { requireFirefox } from '../support/firefox';
import { noteProcess } from '../support/test-run';
import { expect, widgets, test as widgetTest } from './widget-fixtures';

const test = widgetTest.extend<object, { firefox: Browser }>({
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
});

test('in Firefox, a widget under a strict policy and an embedded page change without a reload', async ({
  firefox,
  front,
  statusPage,
  site,
}) => {
  test.slow();
  const policy = `default-src 'none'; script-src ${front.url}; connect-src ${front.url}; frame-src ${front.url}`;
  const frame = `<iframe src="${front.url}/embed?kind=pill"></iframe>`;
  site.show(widgets(front.url, `<signalbox-status language="fr"></signalbox-status>${frame}`), policy);
  const tab = await firefox.newPage();
  await tab.goto(site.allowed, { waitUntil: 'domcontentloaded' });
  const said = () =>
    Promise.all(
      tab
        .frames()
        .map((one) =>
          one.evaluate(
            () => document.querySelector('signalbox-status')?.shadowRoot?.querySelector('a')?.textContent,
          ),
        ),
    );
  await expect
    .poll(said)
    .toEqual([
      expect.stringContaining('Tous les systèmes sont opérationnels'),
      expect.stringContaining('All systems operational'),
    ]);
  await expect.poll(() => front.open).toBe(2);
  const ground = await tab.evaluate(() => {
    const box = document.querySelector('signalbox-status')?.shadowRoot?.querySelector('.box');
    return box && getComputedStyle(box).borderTopStyle;
  });
  expect(ground).toBe('solid');
  const id = await statusPage.open('Requests fail', 'Words.', { API: 'major_outage' });
  await expect
    .poll(said)
    .toEqual([expect.stringContaining('Panne majeure'), expect.stringContaining('Major outage')]);
  await statusPage.remove(id);
  await tab.close();
});
