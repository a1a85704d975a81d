import { test as base, expect, type Page } from '@playwright/test';
import pg from 'pg';
import { startApp, type TestApp } from '../support/app';
import { startTestPostgres } from '../support/postgres';

export { expect };

export const token = 'a-token-for-the-tests-of-what-visitors-see';

/** An installation of the tests' own, which they may publish on and restart. */
export type Publisher = {
  app: TestApp;
  database: { stop(): Promise<void>; start(): Promise<void> };
  /** Opens an incident; answers its id. Services by name. */
  open(name: string, body: string, services?: Record<string, string>): Promise<string>;
  /** Plans maintenance of so many seconds, in so many; answers its id. */
  plan(
    name: string,
    body: string,
    window: { inSeconds: number; lasts: number },
    services: string[],
  ): Promise<string>;
  update(id: string, incident: Record<string, unknown>): Promise<void>;
  remove(id: string): Promise<void>;
  /** For what no form and no API can make yet. */
  sql(statement: string, values?: unknown[]): Promise<void>;
};

type TestFixtures = {
  /** What the browser's console may say in this test. */
  expectedErrors: RegExp | null;
  quietConsole: undefined;
};

/** Playwright's test, against an own installation, failing on any unexpected console error. */
export const test = base.extend<TestFixtures, { shows: string; publisher: Publisher }>({
  // Files that ask for another one get a worker, and so an installation, of their own.
  shows: ['the demo', { option: true, scope: 'worker' }],
  publisher: [
    async ({ shows: _ }, use) => {
      let postgres = await startTestPostgres();
      const { dataDir, port } = postgres;
      const app = await startApp({ env: { DATABASE_URL: postgres.url, ADMIN_API_TOKEN: token } });
      const database = {
        stop: () => postgres.stop(),
        start: async () => {
          postgres = await startTestPostgres({ dataDir, port });
        },
      };
      const sql = async (statement: string, values: unknown[] = []) => {
        const client = new pg.Client({ connectionString: postgres.url });
        await client.connect();
        await client.query(statement, values).finally(() => client.end());
      };
      await use(publisherOn(app, database, sql));
      await app.stop();
      await postgres.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ publisher }, use) => use(publisher.app.url),
  expectedErrors: [null, { option: true }],
  quietConsole: [
    async ({ context, expectedErrors }, use) => {
      const errors: string[] = [];
      context.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      context.on('weberror', (failure) => errors.push(failure.error().message));
      await use(undefined);
      expect(errors.filter((error) => !expectedErrors?.test(error))).toEqual([]);
    },
    { auto: true },
  ],
});

/** What tests publish with on `app`, which was given `token`. */
export function publisherOn(app: TestApp, database: Publisher['database'], sql = noWayIn): Publisher {
  async function ask(method: string, path: string, body?: unknown) {
    const response = await fetch(`${app.url}/api/v1${path}`, {
      method,
      headers: { Authorization: `OAuth ${token}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.status === 204 ? null : response.json();
  }
  const page = async () => `/pages/${(await ask('GET', '/pages'))[0].id}`;
  const idsOf = async (names: string[]) => {
    const known: { id: string; name: string }[] = await ask('GET', `${await page()}/components`);
    return names.map((name) => known.find((one) => one.name === name)?.id ?? '');
  };
  return {
    app,
    database,
    sql,
    async open(name, body, services = {}) {
      const ids = await idsOf(Object.keys(services));
      const components = Object.fromEntries(
        Object.values(services).map((status, index) => [ids[index], status]),
      );
      const incident = { name, status: 'investigating', body, components, component_ids: ids };
      return (await ask('POST', `${await page()}/incidents`, { incident })).id;
    },
    async plan(name, body, { inSeconds, lasts }, services) {
      const at = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();
      const window = { scheduled_for: at(inSeconds), scheduled_until: at(inSeconds + lasts) };
      const incident = { name, body, ...window, component_ids: await idsOf(services) };
      return (await ask('POST', `${await page()}/incidents`, { incident })).id;
    },
    update: async (id, incident) => {
      await ask('PATCH', `${await page()}/incidents/${id}`, { incident });
    },
    remove: async (id) => {
      await ask('DELETE', `${await page()}/incidents/${id}`);
    },
  };
}

const noWayIn: Publisher['sql'] = async () => {
  throw new Error('this installation can not be asked in SQL');
};

/** Waits until the page says that it is live. */
export async function expectLive(page: Page) {
  await expect(page.getByTestId('connection')).toHaveAttribute('data-connection', 'live');
}
