import { describe, expect, it } from 'vitest';
import { webManifest } from '@/lib/publications/discovery/manifest';
import { robots } from '@/lib/publications/discovery/robots';
import { sitemap } from '@/lib/publications/discovery/sitemap';
import { structuredData } from '@/lib/publications/discovery/structured-data';
import { maintenance, snapshot } from '@/tests/support/status-fixtures';
import { fixtureRecord } from '@/tests/support/statuspage-fixtures';

const record = fixtureRecord();

describe('what crawlers are told', () => {
  it('keeps them from the control room and leads them to the sitemap', () => {
    const { body } = robots();
    expect(body).toContain('Disallow: /admin\n');
    expect(body).toMatch(/^Sitemap: http\S+\/sitemap\.xml$/m);
  });

  it('names every page once, absolute, with the time of its last change', () => {
    const xml = sitemap.write(record, false) ?? '';
    const addresses = [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses).toContain('http://localhost:4010/');
    expect(addresses).toContain('http://localhost:4010/services/managed-postgres');
    expect(xml).toContain(
      '<url><loc>http://localhost:4010/incidents/inc4p13rr0r5</loc><lastmod>2026-09-29T14:22:31.140Z</lastmod></url>',
    );
  });

  it('leaves out services that were archived', () => {
    const services = record.site.services.map((service) => ({ ...service, archivedAt: new Date() }));
    expect(sitemap.write({ ...record, site: { ...record.site, services } }, false)).not.toContain(
      '/services/',
    );
  });
});

it('the manifest names the page', () => {
  expect(JSON.parse(webManifest.write(record, false) ?? '')).toMatchObject({
    name: 'Acme Cloud Status',
    short_name: 'Acme Cloud',
    start_url: '/',
  });
});

it.each([
  [{ type: 'image/png' as const, width: 512, height: 512 }, '512x512', 'png'],
  [{ type: 'image/svg+xml' as const, width: 16, height: 16 }, 'any', 'svg'],
])("the manifest shows the page's own icon where it has one: %j", (image, sizes, extension) => {
  const icon = { id: 'a1', ...image };
  expect(JSON.parse(webManifest.write({ ...record, icon }, false) ?? '').icons).toEqual([
    { src: `/api/branding/a1.${extension}`, sizes, type: image.type },
  ]);
});

it('search engines are told of planned work as events', () => {
  const origin = 'https://status.example.com';
  const data = structuredData(snapshot({ maintenances: [maintenance('m1', 'New database')] }), origin);
  expect(data).toMatchObject({
    '@type': 'WebPage',
    url: `${origin}/`,
    mentions: [{ '@type': 'Event', name: 'New database', url: `${origin}/maintenance/m1` }],
  });
});
