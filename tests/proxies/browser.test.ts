import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../integration/live/two-processes';
import { requireChromium } from '../support/chromium';
import { startApache, startStockApache } from './apache';
import { behind, type StartProxy } from './behind';
import { startCaddy, startStockCaddy } from './caddy';
import { startHaproxy, startStockHaproxy } from './haproxy';
import { startNginx, startStockNginx } from './nginx';
import { startStockVarnish, startVarnish } from './varnish';

/**
 * Each program as we ship it and as its own documentation starts, under a name of its own. The stock nginx and
 * Apache send the app their upstream's address as Host, which the stream's guard refuses: there the page asks.
 */
const places: [origin: string, connection: string, start: StartProxy][] = [
  ['https://nginx.example.com', 'live', startNginx],
  ['https://caddy.example.com', 'live', startCaddy],
  ['https://haproxy.example.com', 'live', startHaproxy],
  ['https://apache.example.com', 'live', startApache],
  ['http://varnish.example.com', 'live', startVarnish],
  ['http://stock-nginx.example.com', 'polling', startStockNginx],
  ['http://stock-caddy.example.com', 'live', startStockCaddy],
  ['http://stock-haproxy.example.com', 'live', startStockHaproxy],
  ['http://stock-apache.example.com', 'polling', startStockApache],
  ['http://stock-varnish.example.com', 'live', startStockVarnish],
];
const hostOf = (origin: string) => new URL(origin).host;

const here = behind(
  (upstream) => Promise.all(places.map(([origin, , start]) => start({ upstream, host: hostOf(origin) }))),
  { ALLOWED_ORIGINS: places.map(([origin]) => origin).join(',') },
);
let browser: Browser;
const pages = new Map<string, Page>();

beforeAll(async () => {
  const rules = places.map(([origin], nth) => `MAP ${hostOf(origin)} 127.0.0.1:${here.proxies[nth]?.port}`);
  browser = await chromium.launch({
    executablePath: await requireChromium(),
    args: [`--host-resolver-rules=${rules.join(', ')}`],
  });
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  for (const [origin] of places) {
    const page = await context.newPage();
    pages.set(origin, page);
    await page.goto(origin);
  }
}, 120_000);
afterAll(() => browser?.close());

it.each(places)('the page at %s says that it is %s', async (origin, connection) => {
  const indicator = pages.get(origin)?.getByTestId('connection');
  await until(async () => expect(await indicator?.getAttribute('data-connection')).toBe(connection));
});

it('every page shows a change, those that ask within their interval', async () => {
  await here.publisher.openIncident('Seen through every proxy');
  // The page asks every 10 to 20 seconds; `until` waits for 25.
  await Promise.all(
    [...pages.values()].map((page) =>
      until(async () => expect(await page.getByText('Seen through every proxy').count()).toBeGreaterThan(0)),
    ),
  );
});
