import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PublicationApp, startPublicationApp } from './publication-app';

/** How the built product serves what it publishes for other programs, whatever that says. */
let served: PublicationApp;
let paths: [path: string, type: string][];

beforeAll(async () => {
  served = await startPublicationApp();
  const { scheduled_maintenances: planned } = await served.json('/api/v2/scheduled-maintenances.json');
  paths = [
    ['/api/v2/summary.json', 'application/json; charset=utf-8'],
    ['/api/v2/incidents/unresolved.json', 'application/json; charset=utf-8'],
    ['/history.rss', 'application/rss+xml; charset=utf-8'],
    ['/history.atom', 'application/atom+xml; charset=utf-8'],
    ['/history.json', 'application/feed+json; charset=utf-8'],
    ['/maintenance.ics', 'text/calendar; charset=utf-8'],
    [`/maintenance/${planned[0].id}/calendar.ics`, 'text/calendar; charset=utf-8'],
    ['/badge.svg', 'image/svg+xml; charset=utf-8'],
    ['/services/api/badge.svg?style=compact&theme=dark', 'image/svg+xml; charset=utf-8'],
    ['/robots.txt', 'text/plain; charset=utf-8'],
    ['/sitemap.xml', 'application/xml; charset=utf-8'],
    ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
  ];
  // A change of this very second is not dated yet.
  await wait(1_100);
});
afterAll(() => served?.stop());

const each = async (check: (path: string, type: string) => Promise<unknown>) => {
  for (const [path, type] of paths) await check(path, type);
};

describe('everything published', () => {
  it('may be read from anywhere, and kept by caches for a while', () =>
    each(async (path, type) => {
      const { status, headers } = await served.ask(path);
      expect([path, status, headers.get('content-type')]).toEqual([path, 200, type]);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toMatch(
        /^public, max-age=\d+, s-maxage=\d+, stale-while-revalidate=\d+, stale-if-error=\d+$/,
      );
      expect(headers.get('cache-status')).toBeNull();
      expect(headers.get('set-cookie')).toBeNull();
    }));

  it('is not sent again to whoever has it', () =>
    each(async (path) => {
      const { headers } = await served.ask(path);
      const held = await served.ask(path, { 'if-none-match': headers.get('etag') ?? '' });
      expect([path, held.status, await held.text()]).toEqual([path, 304, '']);
      expect(held.headers.get('etag')).toBe(headers.get('etag'));
      expect(held.headers.get('cache-control')).toBe(headers.get('cache-control'));
      expect(held.headers.get('access-control-allow-origin')).toBe('*');
      const modified = headers.get('last-modified');
      if (path === '/robots.txt') return expect(modified).toBeNull();
      expect((await served.ask(path, { 'if-modified-since': modified ?? '' })).status).toBe(304);
      const before = new Date(Date.parse(modified ?? '') - 1000).toUTCString();
      expect((await served.ask(path, { 'if-modified-since': before })).status).toBe(200);
      const otherTag = { 'if-none-match': '"x"', 'if-modified-since': modified ?? '' };
      expect((await served.ask(path, otherTag)).status).toBe(200);
    }));

  it('is answered to HEAD with the same headers and no body', () =>
    each(async (path) => {
      const [get, head] = [await served.ask(path), await served.ask(path, {}, 'HEAD')];
      expect([path, head.status, await head.text()]).toEqual([path, 200, '']);
      for (const name of [
        'etag',
        'last-modified',
        'content-type',
        'cache-control',
        'access-control-allow-origin',
      ])
        expect(head.headers.get(name)).toBe(get.headers.get(name));
    }));

  it('lets pages elsewhere ask conditionally, and takes no other method', () =>
    each(async (path) => {
      const options = await served.ask(path, { origin: 'https://elsewhere.example' }, 'OPTIONS');
      expect([path, options.status]).toEqual([path, 204]);
      expect(options.headers.get('access-control-allow-headers')).toContain('If-None-Match');
      const post = await served.ask(path, {}, 'POST');
      expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
      expect(post.headers.get('content-type')).toBe('application/problem+json');
    }));
});

it.each([
  ['/api/v2/nothing.json', 404],
  ['/api/v2/summary', 404],
  ['/api/v2/incidents/unresolved.json/more', 404],
  ['/api/v2/__proto__', 404],
  ['/api/v2', 404],
  ['/api/nothing', 404],
  ['/services/nothing/badge.svg', 404],
  ['/maintenance/nothing/calendar.ics', 404],
  ['/badge.svg?style=plastic', 400],
])('%s is a problem in words, from anywhere', async (path, status) => {
  const answer = await served.ask(path);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(await answer.json()).toMatchObject({ status, title: expect.any(String) });
});

it('the head of the page leads to every form', async () => {
  const html = await served.text('/');
  const links = [...html.matchAll(/<link rel="(?:alternate|manifest)"[^>]*?href="([^"]+)"/g)];
  const found = [...links.map(([, href]) => href)].toSorted();
  expect(found).toEqual([
    '/history.atom',
    '/history.json',
    '/history.rss',
    '/maintenance.ics',
    '/manifest.webmanifest',
  ]);
  for (const path of found) expect((await served.ask(path ?? '')).status).toBe(200);
  const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
  expect(JSON.parse(data)).toMatchObject({ '@type': 'WebPage', url: `${served.app.url}/` });
});

it('every change that can be seen moves the time that widgets poll', async () => {
  const { components } = await served.json('/api/v2/components.json');
  const one = components.find(({ group }: { group: boolean }) => !group);
  const times: string[] = [];
  const tags: (string | null)[] = [];
  const note = async () => {
    const answer = await served.ask('/api/v2/status.json');
    tags.push(answer.headers.get('etag'));
    times.push((await answer.json()).page.updated_at);
  };
  await note();
  for (const status of ['degraded_performance', 'major_outage', 'operational']) {
    await served.manage('PATCH', `/components/${one.id}`, { component: { status } });
    await note();
  }
  const incident = await served.manage('POST', '/incidents', {
    incident: { name: 'Slow', body: 'We look.' },
  });
  await note();
  for (const body of ['More.', 'Still more.', 'Even more.']) {
    await served.manage('PATCH', `/incidents/${incident.id}`, { incident: { body } });
    await note();
  }
  expect(times).toEqual([...new Set(times)].toSorted());
  expect(new Set(tags).size).toBe(tags.length);

  const { incidents } = await served.json('/api/v2/incidents/unresolved.json');
  const updatedAt = incidents[0].incident_updates.map((update: { updated_at: string }) => update.updated_at);
  expect(updatedAt).toEqual([...new Set(updatedAt)].toSorted().toReversed());
});

it('what is known is served on, and said to be stale, while Postgres is away', async () => {
  const before = await served.ask('/api/v2/summary.json');
  const body = await before.text();
  await served.postgres.stop();
  await expect
    .poll(async () => (await served.ask('/api/v2/summary.json')).headers.get('cache-status'), {
      timeout: 15_000,
    })
    .toMatch(/^Signalbox; hit; ttl=-\d+; detail="stale since 20.*Z"$/);
  const stale = await served.ask('/api/v2/summary.json');
  expect(stale.headers.get('cache-control')).toBe('no-cache');
  expect(stale.headers.get('etag')).toBe(before.headers.get('etag'));
  expect(await stale.text()).toBe(body);
  expect(await served.text('/badge.svg')).toContain('(last known)</title>');
  expect((await served.ask('/history.rss')).status).toBe(200);
  expect((await served.ask('/robots.txt')).headers.get('cache-status')).toBeNull();
});
