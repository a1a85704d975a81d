import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { badgeSvg } from '@/lib/publications/badges/badge-svg';
import { maintenanceCalendar } from '@/lib/publications/calendar/calendar';
import { sitemap } from '@/lib/publications/discovery/sitemap';
import { atomFeed } from '@/lib/publications/feeds/atom';
import { rssFeed } from '@/lib/publications/feeds/rss';
import { fixtureRecord } from '@/tests/support/statuspage-fixtures';

/** Whatever people write, and whatever gets into a database: no form of it may break, or say something else. */
const record = fixtureRecord();
const [incident] = record.incidents;
const [maintenance] = record.maintenances;
if (!incident || !maintenance) throw new Error('the fixtures have both');

const marks = [
  '<',
  '>',
  '&',
  '"',
  "'",
  ']]>',
  '<!--',
  '&amp;',
  '</var>',
  '<script>',
  '\r\n',
  '\n',
  ',',
  ';',
  '\\',
];
const part = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom(...marks));
const text = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
/** Parsing takes its time. */
const runs = { numRuns: 40 };

/** What another parser, a strict one, makes of it. */
function parsed(xml: string): Document {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  expect(document.getElementsByTagName('parsererror')).toHaveLength(0);
  return document;
}

/** XML reads every line end as one character, and has no way to write some. */
const asRead = (given: string) =>
  given
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/\r\n?/g, '\n');

const saying = (title: string, body: string) => ({
  ...record,
  incidents: [{ ...incident, title, updates: incident.updates.map((update) => ({ ...update, body })) }],
  maintenances: [],
});
const planning = (title: string, body = '') => ({
  ...record,
  site: { ...record.site, page: { ...record.site.page, name: `Acme ${body}` } },
  maintenances: [
    { ...maintenance, title, updates: maintenance.updates.map((update) => ({ ...update, body })) },
  ],
});

describe('whatever is written', () => {
  it('a feed is XML, with the title as it was', () => {
    const property = fc.property(text, text, (title, body) => {
      const given = saying(title, body);
      expect(parsed(rssFeed(given)).querySelector('item > title')?.textContent).toBe(asRead(title));
      expect(parsed(atomFeed(given)).querySelector('entry > title')?.textContent).toBe(asRead(title));
    });
    fc.assert(property, runs);
  });

  it('the markup of an entry holds no element but those of Statuspage', () => {
    const property = fc.property(text, (body) => {
      const html = parsed(rssFeed(saying('Title', body))).querySelector('item > description')?.textContent;
      const document = new DOMParser().parseFromString(html ?? '', 'text/html');
      const names = new Set([...document.body.querySelectorAll('*')].map(({ localName }) => localName));
      for (const name of names) expect(['p', 'small', 'var', 'br', 'strong']).toContain(name);
      expect(document.querySelectorAll('strong')).toHaveLength(incident.updates.length);
    });
    fc.assert(property, runs);
  });

  it('a badge and the sitemap are XML', () => {
    const property = fc.property(text, (label) => {
      const look = { style: 'flat', theme: 'dark' } as const;
      const svg = badgeSvg({ label, word: 'Operational', status: 'operational' }, look);
      expect(parsed(svg).querySelector('title')?.textContent).toBe(`${asRead(label)}: Operational`);
      const services = record.site.services.map((service) => ({ ...service, slug: label }));
      parsed(sitemap.write({ ...record, site: { ...record.site, services } }, false) ?? '');
    });
    fc.assert(property, runs);
  });

  it('a calendar is read by another program, with the words as they were', () => {
    const printable = text.map((given) => given.replace(/\p{Cc}|\p{Surrogate}/gu, ''));
    const property = fc.property(printable, (title) => {
      const calendar = new ICAL.Component(
        ICAL.parse(maintenanceCalendar.write(planning(title), false) ?? ''),
      );
      const events = calendar.getAllSubcomponents('vevent');
      const summaries = events.map((event) => event.getFirstPropertyValue('summary'));
      expect(summaries).toEqual([`Acme : ${title}`]);
    });
    fc.assert(property, runs);
  });

  it('a calendar has no line but its own, and no character that calendars forbid', () => {
    const property = fc.property(text, text, (title, body) => {
      const calendar = maintenanceCalendar.write(planning(title, body), false) ?? '';
      expect(calendar.replaceAll('\r\n', '')).not.toMatch(/(?!\t)\p{Cc}/u);
      expect(calendar.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
    });
    fc.assert(property, runs);
  });
});
