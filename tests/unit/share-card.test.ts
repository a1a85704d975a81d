import { readFileSync } from 'node:fs';
import { ImageResponse } from 'next/og';
import { createElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { cardColours } from '@/app/(public)/_share/card-colours';
import { incidentCard, maintenanceCard, pageCard } from '@/app/(public)/_share/card-contents';
import { cardFonts } from '@/app/(public)/_share/card-fonts';
import { cardText } from '@/app/(public)/_share/card-text';
import { type CardContent, cardSize, ShareCard } from '@/app/(public)/_share/share-card';
import { serviceStatuses } from '@/lib/domain/service-status';
import { apiDown, pastIncidents } from '../support/status-cast';
import { before, maintenance, snapshot } from '../support/status-fixtures';
import { scenes } from '../support/status-scenes';

const plain: CardContent = {
  pageName: 'Parkline',
  status: 'operational',
  title: 'A title',
  kind: 'Incident',
  word: 'Resolved',
  line: [],
};

const realFetch = globalThis.fetch;

/** Draws the card; fails where something would be asked of the network. */
async function draw(content: Partial<CardContent>): Promise<Buffer> {
  const asked: string[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (address) => {
    // A part of the program comes as data.
    if (String(address).startsWith('data:')) return realFetch(address);
    asked.push(String(address));
    throw new Error('no network');
  });
  const card = createElement(ShareCard, { ...plain, ...content });
  const image = new ImageResponse(card, { ...cardSize, fonts: await cardFonts() });
  const png = Buffer.from(await image.arrayBuffer());
  expect(asked).toEqual([]);
  return png;
}

describe('the text on a card', () => {
  it.each([
    ['Łódź & Ñandú – „Straße“ 100 %', 'Łódź & Ñandú – „Straße“ 100 %'],
    ['🔥 API is down 🚨 → soon', 'API is down soon'],
    ['  two\n lines\t', 'two lines'],
    ['e\u0301te\u0301', 'été'],
    ['x'.repeat(300), `${'x'.repeat(200)}…`],
  ])('of %j is %j', (given, drawn) => {
    expect(cardText(given)).toBe(drawn);
  });

  it.each(['فشل الطلبات', 'API が停止', 'Сбой входа', 'Αποτυχία', 'Sự cố', '🔥', '', ' ', '\ud800', '②'])(
    'of %j is none, rather than one with holes',
    (given) => expect(cardText(given)).toBeNull(),
  );
});

describe('a card', () => {
  it('is drawn in the page’s font alone, every letter that may be on it in both weights', async () => {
    const letters = Array.from({ length: 0x2213 }, (_, code) => String.fromCodePoint(code)).filter(
      (letter) => letter.trim() !== '' && cardText(letter) === letter,
    );
    expect(letters.length).toBeGreaterThan(300);
    for (let from = 0; from < letters.length; from += 100) {
      const some = letters.slice(from, from + 100).join(' ');
      await draw({ title: some, line: [some] });
    }
  });

  it.each([
    'A',
    'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(5),
    'Many words '.repeat(40),
    '<script>alert(1)</script> `x` {{y}}',
    '🔥🚨👩‍👩‍👧',
    'فشل الطلبات',
    'サービスが停止しました',
    '',
    '\ud800\0',
  ])('is a picture of the right size whatever the title: %j', async (title) => {
    const png = await draw({ title, pageName: title, line: [title] });
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  it.each(serviceStatuses)('is another picture for %s', async (status) => {
    const calm = await draw({});
    expect((await draw({ status })).equals(calm)).toBe(status === 'operational');
  });

  it('has the colours of the page’s light theme', () => {
    const css = readFileSync('app/globals.css', 'utf8');
    const light = css.slice(0, css.indexOf('prefers-color-scheme: dark'));
    for (const [name, colour] of Object.entries(cardColours)) {
      expect(light).toContain(`--color-${name}: ${colour};`);
    }
  });
});

describe('what a card says', () => {
  const { page, serviceNames } = snapshot();

  it('of the page: its state in words', () => {
    expect(pageCard(scenes.several?.() ?? snapshot())).toMatchObject({
      pageName: 'Parkline',
      status: 'major_outage',
      title: 'Major outage: API',
      kind: 'Major outage',
    });
  });

  it('of an incident: how it stands, how bad, since when, and what it hits', () => {
    expect(incidentCard({ page, serviceNames, incident: apiDown })).toMatchObject({
      status: 'major_outage',
      word: 'Identified · Critical impact',
      line: ['November 20, 2026', 'API, Dashboard'],
    });
    const [resolved] = pastIncidents;
    if (!resolved) throw new Error('the cast has a past');
    expect(incidentCard({ page, serviceNames, incident: resolved })).toMatchObject({
      status: 'operational',
      word: 'Resolved · Minor impact',
      line: ['November 18, 2026', 'lasted 1 h 30 min', 'Search'],
    });
  });

  it('of a maintenance: its window in the page’s time zone', () => {
    const work = maintenance('mnt-1', 'Upgrade', {
      scheduledStartAt: '2026-12-01T23:30:00.000Z',
      scheduledEndAt: '2026-12-02T01:00:00.000Z',
    });
    const record = { ...work, startedAt: null, completedAt: null };
    const inBerlin = { page: { ...page, timeZone: 'Europe/Berlin' }, serviceNames, maintenance: record };
    expect(maintenanceCard(inBerlin)).toMatchObject({
      status: 'under_maintenance',
      word: 'Maintenance · Scheduled',
      line: ['December 2, 2026', '00:30 – 02:00 UTC+1', 'Bank transfers'],
    });
    const done = { ...record, status: 'completed' as const, completedAt: before(0) };
    expect(maintenanceCard({ ...inBerlin, maintenance: done }).status).toBe('operational');
  });
});
