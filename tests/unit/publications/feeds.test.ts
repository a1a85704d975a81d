import { describe, expect, it } from 'vitest';
import { jsonFeed } from '@/lib/contracts/json-feed';
import { atomFeed } from '@/lib/publications/feeds/atom';
import { updatesHtml, windowHtml } from '@/lib/publications/feeds/entry-html';
import { atomTime, rssTime } from '@/lib/publications/feeds/feed-time';
import { jsonFeed as writeJsonFeed } from '@/lib/publications/feeds/json-feed';
import { rssFeed } from '@/lib/publications/feeds/rss';
import { fixtureRecord, fixtureText } from '@/tests/support/statuspage-fixtures';

const record = fixtureRecord();
/** We give planned work a page of its own, and entries the ids of what they tell of. */
const alike = (xml: string) =>
  xml
    .replaceAll('/maintenance/', '/incidents/')
    .replace(/Incident\/\w+/g, 'Incident/…')
    .trimEnd()
    .split('\n');

describe('the feeds are those of Statuspage, line for line', () => {
  it('RSS', () => expect(alike(rssFeed(record))).toEqual(alike(fixtureText('history.rss'))));
  it('Atom', () => expect(alike(atomFeed(record))).toEqual(alike(fixtureText('history.atom'))));
});

describe('what was said', () => {
  const at = new Date('2026-06-18T18:09:00Z');
  const said = (status: string, body = 'Text') => ({ status, body, createdAt: at });

  it('stands in the markup that consumers look for', () => {
    expect(updatesHtml([said('resolved', 'text')], 'Etc/UTC')).toBe(
      "<p><small>Jun <var data-var='date'>18</var>, <var data-var='time'>18:09</var> UTC</small><br><strong>Resolved</strong> - text</p>",
    );
  });

  it('is labelled Update where the status stayed as it was', () => {
    const labels = ['resolved', 'monitoring', 'monitoring', 'investigating', 'investigating'];
    const html = updatesHtml(
      labels.map((status) => said(status)),
      'Etc/UTC',
    );
    expect([...html.matchAll(/<strong>(.*?)<\/strong>/g)].map(([, label]) => label)).toEqual([
      'Resolved',
      'Update',
      'Monitoring',
      'Update',
      'Investigating',
    ]);
  });

  it('is text, whatever it looks like', () => {
    const html = updatesHtml([said('resolved', '<script>alert("1")</script> & \u0007\r\nmore')], 'Etc/UTC');
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; \ufffd<br />more</p>');
  });

  it("is dated by the page's own clock", () => {
    expect(updatesHtml([said('resolved')], 'America/New_York')).toContain(
      "<var data-var='time'>14:09</var> EDT",
    );
    expect(rssTime(at, 'America/New_York')).toBe('Thu, 18 Jun 2026 14:09:00 -0400');
    expect(rssTime(at, 'Asia/Kolkata')).toBe('Thu, 18 Jun 2026 23:39:00 +0530');
    expect(atomTime(at, 'Asia/Kolkata')).toBe('2026-06-18T23:39:00+05:30');
  });
});

describe('the window of planned work', () => {
  const windowOf = (start: string, end: string) =>
    windowHtml({ scheduledStartAt: new Date(start), scheduledEndAt: new Date(end) }, 'Etc/UTC').replace(
      /<[^>]*>/g,
      '',
    );

  it.each([
    ['2026-10-03T22:00Z', '2026-10-03T23:00Z', 'Oct  3, 22:00 - 23:00 UTC'],
    ['2026-10-03T22:00Z', '2026-10-04T01:00Z', 'Oct  3, 22:00 - Oct  4, 01:00 UTC'],
    ['2026-10-03T22:00Z', '2026-11-03T23:00Z', 'Oct  3, 22:00 - Nov  3, 23:00 UTC'],
  ])('from %s until %s', (start, end, words) => {
    expect(windowOf(start, end)).toBe(`THIS IS A SCHEDULED EVENT ${words}`);
  });
});

it('an entry keeps its id when it is edited, and says when', () => {
  const [first] = record.incidents;
  if (!first) throw new Error('the fixtures have incidents');
  const editedAt = new Date('2026-10-01T00:00:00Z');
  const edited = { ...record, incidents: [{ ...first, title: 'Other words', updatedAt: editedAt }] };
  const [before] = JSON.parse(writeJsonFeed({ ...record, incidents: [first], maintenances: [] })).items;
  const [after] = JSON.parse(writeJsonFeed({ ...edited, maintenances: [] })).items;
  expect(after).toEqual({ ...before, title: 'Other words', date_modified: editedAt.toISOString() });
  expect(atomFeed({ ...edited, maintenances: [] })).toContain(
    '<updated>2026-10-01T00:00:00Z</updated>\n    <link',
  );
});

it('tells of 50 things, the newest', () => {
  const [first] = record.incidents;
  if (!first) throw new Error('the fixtures have incidents');
  const many = Array.from({ length: 60 }, (_, i) => ({ ...first, id: `i${i}`, startedAt: new Date(i) }));
  const { items } = jsonFeed.parse(JSON.parse(writeJsonFeed({ ...record, incidents: many })));
  expect(items).toHaveLength(50);
  expect(items.at(-1)?.url).toMatch(/\/i13$/);
});
