import { afterAll, beforeAll } from 'vitest';
import { apiToken, type Publisher, publisherAt } from '../integration/live/publisher';
import { startApp, type TestApp } from '../support/app';
import { createTestDatabase } from '../support/postgres';
import type { RunningProxy, Site } from './run-proxy';
import { host } from './visit';

export const site = `https://${host}`;
export const stream = '/api/status/stream';

export type Installation = {
  databaseUrl: string;
  app: TestApp;
  /** The app's settings, as it reads them at its next start. */
  settings: Record<string, string>;
  proxies: RunningProxy[];
  /** Publishes at the app itself. */
  publisher: Publisher;
};

/** The product as its operator runs it behind proxies, for the test file. */
export function behind(
  start: (upstream: string) => Promise<RunningProxy[]>,
  settings: Record<string, string> = {},
): Installation {
  const here = { proxies: [] as RunningProxy[] } as Installation;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await createTestDatabase();
    here.databaseUrl = database.url;
    drop = database.drop;
    here.settings = {
      DATABASE_URL: database.url,
      PUBLIC_URL: site,
      TRUSTED_PROXIES: '127.0.0.1',
      ADMIN_API_TOKEN: apiToken,
      DEMO: 'false',
      STREAM_HEARTBEAT_SECONDS: '2',
      ...settings,
    };
    here.app = await startApp({ env: here.settings });
    here.publisher = await publisherAt(here.app);
    here.proxies = await start(`127.0.0.1:${here.app.port}`);
  }, 120_000);
  afterAll(async () => {
    await Promise.all(here.proxies.map((proxy) => proxy.stop()));
    await here.app?.stop();
    await drop?.();
  });
  return here;
}

export type StartProxy = (site: Site) => Promise<RunningProxy>;
