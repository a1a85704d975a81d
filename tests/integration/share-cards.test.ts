import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '@/tests/support/app';
import { createTestDatabase } from '@/tests/support/postgres';

const token = 'a-token-of-the-test-that-is-long-enough';
let created: Awaited<ReturnType<typeof createTestDatabase>>;
let app: TestApp;
let page: { id: string };

beforeAll(async () => {
  created = await createTestDatabase();
  app = await startApp({ env: { DATABASE_URL: created.url, ADMIN_API_TOKEN: token } });
  [page] = await api('GET', '');
}, 120_000);
afterAll(async () => {
  await app.stop();
  await created.drop();
});

async function api(method: string, path: string, body?: unknown) {
  const answer = await fetch(`${app.url}/api/v1/pages${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer.json();
}

const make = async (incident: object): Promise<string> =>
  (await api('POST', `/${page.id}/incidents`, { incident })).id;
const ask = (path: string, headers: Record<string, string> = {}) => fetch(app.url + path, { headers });
const sizeOf = async (answer: Response) => {
  const png = Buffer.from(await answer.arrayBuffer());
  return [png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)];
};
/** What the head of a page says: names and properties with their contents, and its canonical address. */
async function headOf(path: string): Promise<Record<string, string>> {
  const html = await (await ask(path)).text();
  const head = html.slice(0, html.indexOf('</head>'));
  const metas = [...head.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g)];
  const [, canonical = ''] = /<link rel="canonical" href="([^"]*)"/.exec(head) ?? [];
  return { ...Object.fromEntries(metas.map(([, name, content]) => [name, content])), canonical };
}

describe.each<[string, () => Promise<string>]>([
  ['the page', async () => '/'],
  ['an incident', async () => `/incidents/${await make({ name: 'API is slow', body: 'We look.' })}`],
  [
    'a maintenance',
    async () => {
      const window = { scheduled_for: '2099-01-01T10:00:00Z', scheduled_until: '2099-01-01T12:00:00Z' };
      return `/maintenance/${await make({ name: 'API upgrade', ...window })}`;
    },
  ],
])('the card of %s', (_, makePath) => {
  let path = '';
  beforeAll(async () => {
    path = await makePath();
  });

  it('is named in the head of the page, with the words that stand beside it', async () => {
    const head = await headOf(path);
    expect(head).toMatchObject({
      canonical: `${app.url}${path}`,
      'og:url': `${app.url}${path}`,
      'og:site_name': 'Northwind Cloud',
      'og:image:width': '1200',
      'og:image:height': '630',
      'twitter:card': 'summary_large_image',
    });
    for (const name of ['description', 'og:title', 'og:description', 'og:image:alt']) {
      expect(head[name], name).toBeTruthy();
    }
    const card = await fetch(head['og:image'] ?? '');
    expect([card.status, card.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(await sizeOf(card)).toEqual(['PNG', 1200, 630]);
  });

  it('may be kept by everybody, and is not sent again to whoever has it', async () => {
    const address = `${path === '/' ? '' : path}/share-card.png`;
    const card = await ask(address);
    expect(card.headers.get('cache-control')).toMatch(/^public, .*stale-while-revalidate/);
    const etag = card.headers.get('etag') ?? '';
    const again = await ask(address, { 'if-none-match': `W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await ask(address, { 'if-none-match': '"another"' })).status).toBe(200);
  });
});

it('another state has another card, under another address', async () => {
  const id = await make({ name: 'Search fails' });
  const before = (await headOf(`/incidents/${id}`))['og:image'];
  await api('PATCH', `/${page.id}/incidents/${id}`, { incident: { status: 'resolved', body: 'Over.' } });
  const after = (await headOf(`/incidents/${id}`))['og:image'];
  expect(after).not.toBe(before);
});

it.each(['فشل الطلبات', 'サービスが停止しました', '🔥', '"><script>', 'x'.repeat(255), '.'])(
  'an odd title has a card all the same: %s',
  async (name) => {
    const card = await ask(`/incidents/${await make({ name })}/share-card.png`);
    expect([card.status, ...(await sizeOf(card))]).toEqual([200, 'PNG', 1200, 630]);
  },
);

it.each(['/incidents/nothing', '/maintenance/nothing', '/incidents/%00'])(
  'there is none at %s',
  async (path) => {
    expect((await ask(`${path}/share-card.png`)).status).toBe(404);
  },
);
