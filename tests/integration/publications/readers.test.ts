import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireGrammar, requireXmllint, xpath } from '@/tests/support/xmllint';
import { type PublicationApp, startPublicationApp } from './publication-app';

/** What the built product publishes, as other programs' own readers and validators see it. */
let served: PublicationApp;
const name = 'Half a <b>word</b> & more – "東京" 😀';

beforeAll(async () => {
  await requireXmllint();
  served = await startPublicationApp();
  const { components } = await served.json('/api/v2/components.json');
  const one = components.find(({ group }: { group: boolean }) => !group);
  const incident = { name, body: `First ]]> line\nsecond & <i>`, components: { [one.id]: 'partial_outage' } };
  await served.manage('POST', '/incidents', { incident });
});
afterAll(() => served?.stop());

describe('feed readers', () => {
  it('read RSS', async () => {
    const feed = parseRssFeed(await served.text('/history.rss'));
    expect(feed.link).toBe(served.app.url);
    const item = feed.items?.find(({ title }) => title === name);
    expect(item?.description).toContain(
      '<strong>Investigating</strong> - First ]]&gt; line<br />second &amp; &lt;i&gt;</p>',
    );
    expect(item?.guid?.value).toBe(item?.link);
    for (const { pubDate } of feed.items ?? []) expect(Date.parse(String(pubDate))).not.toBeNaN();
  });

  it('read Atom', async () => {
    const feed = parseAtomFeed(await served.text('/history.atom'));
    expect(feed.links?.find(({ rel }) => rel === 'self')?.href).toBe(`${served.app.url}/history.atom`);
    expect(feed.entries?.map(({ title }) => (typeof title === 'string' ? title : title?.value))).toContain(
      name,
    );
    const ids = feed.entries?.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('read JSON Feed', async () => {
    const feed = parseJsonFeed(await served.text('/history.json'));
    expect(feed.items?.map(({ title }) => title)).toContain(name);
    expect(feed.feed_url).toBe(`${served.app.url}/history.json`);
  });

  it('find the same things in each, in the same order', async () => {
    const rss = parseRssFeed(await served.text('/history.rss')).items?.map(({ link }) => link);
    const atom = parseAtomFeed(await served.text('/history.atom')).entries?.map(
      ({ links }) => links?.[0]?.href,
    );
    const json = parseJsonFeed(await served.text('/history.json')).items?.map(({ url }) => url);
    expect(rss?.length).toBeGreaterThan(3);
    expect(atom).toEqual(rss);
    expect(json).toEqual(rss);
  });

  it('know an entry again once it was spoken of, and see that it changed', async () => {
    const entry = async () => {
      const { entries } = parseAtomFeed(await served.text('/history.atom'));
      return entries?.find(({ content }) => String(content?.value ?? content).includes('First ]]'));
    };
    const before = await entry();
    const { incidents } = await served.json('/api/v2/incidents.json');
    const { id } = incidents.find((one: { name: string }) => one.name === name);
    // Feeds tell time by the second.
    await expect
      .poll(
        async () => {
          await served.manage('PATCH', `/incidents/${id}`, { incident: { body: 'More.' } });
          return (await entry())?.updated;
        },
        { interval: 400 },
      )
      .not.toBe(before?.updated);
    const after = await entry();
    expect(after).toMatchObject({ id: before?.id, published: before?.published });
  });
});

describe('libxml2', () => {
  const count = async (path: string, what: string) =>
    Number(xpath(await served.text(path), `count(${what.replace(/(\/+)(\w+)/g, "$1*[local-name()='$2']")})`));

  it('takes every feed, badge and sitemap for XML', async () => {
    const entries = await count('/history.rss', '//item');
    expect(entries).toBeGreaterThan(3);
    expect(await count('/history.atom', '/feed/entry')).toBe(entries);
    const { scheduled_maintenances: planned } = await served.json('/api/v2/scheduled-maintenances.json');
    expect(await count('/history.rss', '//item/maintenanceEndDate')).toBe(planned.length);
    expect(await count('/sitemap.xml', '/urlset/url/loc')).toBeGreaterThan(entries);
    expect(await count('/badge.svg', '/svg/title')).toBe(1);
    expect(await count('/services/api/badge.svg?theme=dark', '/svg//text')).toBe(2);
  });

  it('finds Atom as RFC 4287 has it, and would have found a mistake', async () => {
    const atom = await served.text('/history.atom');
    requireGrammar(atom, 'tests/fixtures/atom.rng');
    for (const [right, wrong] of [
      ['<published>', '<publishd>'],
      [/<updated>.*?<\/updated>/, ''],
      [/<updated>.*?Z/, '<updated>yesterday'],
      [/<\/id>/, '</id><id>tag:again</id>'],
    ] as const)
      expect(() => requireGrammar(atom.replace(right, wrong), 'tests/fixtures/atom.rng')).toThrow();
  });

  it('would have refused what is not', () => {
    expect(() => xpath('<feed>&nbsp;</feed>', '/')).toThrow('nbsp');
  });
});

it('every address that a feed, the sitemap or a body names leads to a page', async () => {
  const bodies = [
    '/sitemap.xml',
    '/history.rss',
    '/api/v2/incidents.json',
    '/api/v2/scheduled-maintenances.json',
  ];
  const texts = await Promise.all(bodies.map((path) => served.text(path)));
  const named = texts.join().match(new RegExp(`${served.app.url}[\\w/-]*`, 'g')) ?? [];
  const addresses = [...new Set(named)];
  expect(addresses.length).toBeGreaterThan(20);
  const answers: [string, number][] = [];
  for (const url of addresses) answers.push([url, (await fetch(url)).status]);
  expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
});

it('a calendar program reads the planned work, and each by itself', async () => {
  const events = async (path: string) =>
    new ICAL.Component(ICAL.parse(await served.text(path)))
      .getAllSubcomponents('vevent')
      .map((part) => new ICAL.Event(part));
  const { scheduled_maintenances: planned } = await served.json('/api/v2/scheduled-maintenances.json');
  const all = await events('/maintenance.ics');
  expect(all.map(({ startDate }) => startDate.toJSDate().toISOString())).toEqual(
    // Calendars tell time by the second.
    planned.map((one: { scheduled_for: string }) => one.scheduled_for.replace(/\.\d+/, '.000')),
  );
  const [alone, ...others] = await events(`/maintenance/${planned[0].id}/calendar.ics`);
  expect([alone?.uid, others]).toEqual([all[0]?.uid, []]);
});
