import { startApp, type TestApp } from '@/tests/support/app';
import { startTestPostgres } from '@/tests/support/postgres';

const token = 'the-operator-chose-this-long-token';

/** The built product with its demo, on a Postgres of its own. */
export async function startPublicationApp() {
  const postgres = await startTestPostgres();
  const env = { DATABASE_URL: postgres.url, ADMIN_API_TOKEN: token };
  const app: TestApp = await startApp({ env });

  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${app.url}${path}`, { method, headers });

  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape it asks for
  async function manage(method: string, path: string, body?: unknown): Promise<any> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const [page] = await (await fetch(`${app.url}/api/v1/pages`, { headers })).json();
    const answer = await fetch(`${app.url}/api/v1/pages/${page.id}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.status === 204 ? null : answer.json();
  }

  return {
    app,
    postgres,
    ask,
    manage,
    text: async (path: string) => (await ask(path)).text(),
    json: async (path: string) => (await ask(path)).json(),
    async stop() {
      await app.stop();
      await postgres.stop();
    },
  };
}

export type PublicationApp = Awaited<ReturnType<typeof startPublicationApp>>;
