import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { startApp } from '../support/app';
import { type CountingFront, startCountingFront } from '../support/counting-front';
import { freePort } from '../support/free-port';
import { startTestPostgres } from '../support/postgres';
import { expect, type Publisher, publisherOn, token, test as visitorTest } from './visitor-fixtures';

export { expect };

/** Somebody else's site, under two origins: the stream lets `allowed` listen, and `foreign` not. */
export type Site = {
  allowed: string;
  foreign: string;
  /** Shows a document with this in its body from now on, under a policy of its own if one is given. */
  show(body: string, policy?: string): void;
};

type Scene = { site: Site; front: CountingFront; statusPage: Publisher; stop(): Promise<void> };

/** The visitors' test, with a production installation behind a proxy that counts streams, and somebody else's site. */
export const test = visitorTest.extend<
  { site: Site; front: CountingFront },
  { scene: Scene; statusPage: Publisher }
>({
  scene: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object pattern here.
    async ({}, use) => {
      const scene = await openScene();
      await use(scene);
      await scene.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  statusPage: [({ scene }, use) => use(scene.statusPage), { scope: 'worker' }],
  front: ({ scene }, use) => {
    scene.front.forget();
    return use(scene.front);
  },
  site: ({ scene }, use) => use(scene.site),
  baseURL: ({ scene }, use) => use(scene.front.url),
});

async function openScene(): Promise<Scene> {
  const port = await freePort();
  const front = await startCountingFront(port);
  let page = { body: '', policy: '' };
  const server = createServer((_, answer) => {
    if (page.policy) answer.setHeader('Content-Security-Policy', page.policy);
    answer.setHeader('Content-Type', 'text/html; charset=utf-8');
    answer.end(`<!doctype html><html lang="en"><title>A shop</title><main>${page.body}</main>`);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const sitePort = (server.address() as AddressInfo).port;
  const site = {
    allowed: `http://localhost:${sitePort}`,
    foreign: `http://127.0.0.1:${sitePort}`,
    show: (body: string, policy = '') => void (page = { body, policy }),
  };
  const postgres = await startTestPostgres();
  const env = {
    DATABASE_URL: postgres.url,
    ADMIN_API_TOKEN: token,
    PUBLIC_URL: front.url,
    ALLOWED_ORIGINS: site.allowed,
  };
  const app = await startApp({ env, port });
  return {
    site,
    front,
    statusPage: publisherOn(app, { stop: () => postgres.stop(), start: async () => {} }),
    async stop() {
      await app.stop();
      await postgres.stop();
      await front.stop();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What a page holds to show the widget of the status page at `url`. */
export function widgets(url: string, elements: string): string {
  return `${elements}<script src="${url}/widget.js" async></script>`;
}

/** Hides the page from its own scripts, as another tab over it would, or shows it again. */
export async function look(page: Page, state: 'hidden' | 'visible') {
  await page.evaluate((state) => {
    Object.defineProperty(document, 'hidden', { value: state === 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}
