import { validate } from '@readme/openapi-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Method, OpenApiDocument, Operation } from '@/lib/contracts/openapi/model';
import { documentChecker } from './document-checker';
import { type PublicationApp, startPublicationApp } from './publication-app';

/** The document as it is served, and what the built product answers, held against each other. */
let served: PublicationApp;
let document: OpenApiDocument;
let checker: ReturnType<typeof documentChecker>;
const token = 'the-operator-chose-this-long-token';

beforeAll(async () => {
  served = await startPublicationApp();
  document = await served.json('/api/openapi.json');
  checker = documentChecker(document);
});
afterAll(() => served?.stop());

// biome-ignore lint/suspicious/noExplicitAny: each test knows the shape it asks for
type Json = any;
type Asked = {
  fill?: Record<string, string>;
  query?: string;
  body?: unknown;
  headers?: Record<string, string>;
};

/** Asks an operation of the document, and holds its answer against it. */
async function ask(
  method: Method,
  path: string,
  { fill = {}, query = '', body, headers }: Asked = {},
): Promise<Json> {
  const address = path.replace(/\{(\w+)\}/g, (_, name) => fill[name] ?? '');
  const answer = await fetch(`${served.app.url}${address}${query}`, {
    method: method.toUpperCase(),
    headers: {
      ...(path.startsWith('/api/v1') && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return checker.check(method, path, answer);
}

it('the document is served as it should be, and valid', async () => {
  expect((await served.ask('/api/openapi.json')).headers.get('content-type')).toMatch(/^application\/json/);
  expect(document.servers).toEqual([{ url: served.app.url }]);
  expect(await validate(structuredClone(document) as never)).toMatchObject({ valid: true });
});

const page = '/api/v1/pages/{pageId}';

describe('every answer is one that the document has', () => {
  it('of what is public', async () => {
    const planned = await ask('get', '/api/v2/scheduled-maintenances.json');
    const { services } = await ask('get', '/api/status');
    const fill = {
      id: planned.scheduled_maintenances[0].id,
      slug: services[0].slug,
      serviceId: services[0].id,
    };
    const isRead = ([path, { get }]: [string, Partial<Record<Method, Operation>>]) =>
      get && !get.security && !path.endsWith('/stream');
    for (const [path] of Object.entries(document.paths).filter(isRead)) {
      await ask('get', path, { fill });
      const { get } = document.paths[path] ?? {};
      if (get?.responses[304]) await ask('get', path, { fill, headers: { 'if-none-match': '*' } });
      if (get?.responses[404])
        await ask('get', path, { fill: { id: 'nothing', slug: 'nothing', serviceId: 'nothing' } });
      if (get?.responses[400]) await ask('get', path, { fill, query: '?style=plastic' });
    }
    await ask('get', '/api/status/stream', { headers: { origin: 'https://elsewhere.example' } });
  });

  it('of the admin API', async () => {
    const [{ id: pageId }] = await ask('get', '/api/v1/pages');
    const fill = { pageId };
    await ask('get', page, { fill });
    await ask('get', page, { fill: { pageId: 'nothing' } });
    await ask('get', page, { fill, headers: { authorization: 'Bearer nobody' } });

    const component = await ask('post', `${page}/components`, {
      fill,
      body: { component: { name: 'Search' } },
    });
    const one = { ...fill, componentId: component.id };
    await ask('get', `${page}/components`, { fill });
    await ask('get', `${page}/components`, { fill, query: '?page=0' });
    await ask('get', `${page}/components/{componentId}`, { fill: one });
    const change = { component: { status: 'partial_outage' } };
    await ask('patch', `${page}/components/{componentId}`, { fill: one, body: change });
    await ask('put', `${page}/components/{componentId}`, { fill: one, body: { component: { name: '' } } });
    await ask('put', `${page}/components/{componentId}`, {
      fill: one,
      body: { component: { name: 'Find' } },
    });

    const components = { [component.id]: 'major_outage' };
    const body = { incident: { name: 'Slow', body: 'We look.', components } };
    const incident = await ask('post', `${page}/incidents`, { fill, body });
    const it = { ...fill, incidentId: incident.id };
    await ask('get', `${page}/incidents`, { fill, query: '?limit=1&q=slow' });
    await ask('get', `${page}/incidents/unresolved`, { fill });
    await ask('get', `${page}/incidents/{incidentId}`, { fill: it });
    await ask('patch', `${page}/incidents/{incidentId}`, { fill: it, body: { incident: { body: 'More.' } } });
    const resolved = { incident: { status: 'resolved' } };
    await ask('put', `${page}/incidents/{incidentId}`, { fill: it, body: resolved });
    await ask('patch', `${page}/incidents/{incidentId}`, {
      fill: it,
      body: { incident: { body: 'Too late.' } },
    });
    await ask('patch', `${page}/incidents/{incidentId}`, { fill: it, body: { incident: 'x' } });

    const postMortem = `${page}/incidents/{incidentId}/postmortem`;
    await ask('get', postMortem, { fill: it });
    await ask('put', postMortem, { fill: it, body: { postmortem: { body_draft: 'A disk was full.' } } });
    await ask('put', postMortem, { fill: it, body: { postmortem: 'x' } });
    await ask('get', postMortem, { fill: it });
    await ask('put', `${postMortem}/publish`, { fill: it });
    await ask('put', `${postMortem}/revert`, { fill: it });
    await ask('delete', postMortem, { fill: it });
    await ask('delete', `${page}/incidents/{incidentId}`, { fill: it });
    await ask('delete', `${page}/incidents/{incidentId}`, { fill: it });
    await ask('delete', `${page}/components/{componentId}`, { fill: one });
  });

  it('and every operation of the document was asked, and answered well', () => {
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const answeredWell = new Set(
      [...checker.seen].filter((one) => / 20\d$/.test(one)).map((one) => one.slice(0, -4)),
    );
    // The stream, which does not end, has a suite of its own.
    expect(operations.filter((one) => !answeredWell.has(one))).toEqual(['GET /api/status/stream']);
  });

  it('while an answer that the document does not have would have been found', async () => {
    const wrong = Response.json({ page: {}, status: { indicator: 'none', description: '', more: 1 } });
    await expect(checker.check('get', '/api/v2/status.json', wrong)).rejects.toThrow('200: expected');
    await expect(
      checker.check('get', '/api/v2/status.json', new Response('', { status: 418 })),
    ).rejects.toThrow();
  });
});

it('the page to read tells of every operation and shape, each once, and every link in it leads somewhere', async () => {
  const html = await served.text('/docs/api');
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '');
  const names = Object.values(document.paths).flatMap((path) =>
    (Object.values(path) as Operation[]).map(({ operationId }) => operationId),
  );
  const shapes = Object.keys(document.components.schemas).map((name) => `shape-${name}`);
  for (const name of [...names, ...shapes]) expect(ids.filter((id) => id === name)).toEqual([name]);
  const links = [...html.matchAll(/<a[^>]* href="([^"]+)"/g)].map(([, href]) => href ?? '');
  expect(links.filter((href) => href.startsWith('#') && !ids.includes(href.slice(1)))).toEqual([]);
  for (const href of new Set(links.filter((link) => !link.startsWith('#'))))
    expect([href, (await served.ask(href)).status]).toEqual([href, 200]);
});
