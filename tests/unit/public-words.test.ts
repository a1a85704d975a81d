import { describe, expect, it } from 'vitest';
import { changeSentences } from '@/app/(public)/_live/change-sentences';
import { connectionWords } from '@/app/(public)/_live/connection-words';
import { historyEntries } from '@/app/(public)/_status/history-days';
import { overallWords } from '@/app/(public)/_status/overall-words';
import { formatAgo, formatSpan, zoneWords } from '@/app/(public)/_time/format-time';
import type { StateChange } from '@/lib/live/client/state-changes';
import { apiDown, pastIncidents } from '../support/status-cast';
import { incident, service, services, snapshot } from '../support/status-fixtures';
import { scenes } from '../support/status-scenes';
import { wordsIn } from '../support/words';

const english = wordsIn();
const noon = Date.parse('2026-11-20T12:00:00.000Z');
const scene = (name: string) => (scenes[name]?.() ?? snapshot()).state;

describe('overall words', () => {
  it('name what is worst in the headline and the rest below', () => {
    expect(overallWords(scene('several'), english)).toEqual({
      headline: 'Major outage: API',
      summary:
        'Partial outage: Dashboard. Degraded performance: Email delivery. Under maintenance: Bank transfers. The other 11 services are operational.',
    });
  });

  it('keep long or many names out of the headline', () => {
    expect(overallWords(scene('long'), english).headline).toBe('Partial outage');
    const many = ['API', 'Dashboard', 'Sign-in', 'Search', 'Invoices', 'Webhooks', 'Europe'];
    const state = snapshot({
      services: services(Object.fromEntries(many.map((name) => [name, 'major_outage']))),
    }).state;
    expect(overallWords(state, english).summary).toBe(
      'Major outage: API, Dashboard, Sign-in and 4 more. The other 8 services are operational.',
    );
  });

  it('speak of one service, of none, and of an incident that names no service', () => {
    expect(overallWords(snapshot({ services: [service('API')] }).state, english).summary).toBe(
      'The one service here is working normally.',
    );
    expect(overallWords(scene('empty'), english)).toEqual({
      headline: 'All quiet',
      summary: 'No services are shown here yet.',
    });
    expect(
      overallWords(snapshot({ statusLabel: 'major_outage', incidents: [apiDown] }).state, english),
    ).toEqual({
      headline: 'Major outage',
      summary: 'One incident is open. All 15 services are working normally.',
    });
  });
});

describe('change sentences', () => {
  it('stop after five', () => {
    const changes = Array.from(
      { length: 7 },
      (_, index): StateChange => ({
        kind: 'service',
        id: `${index}`,
        name: `S${index}`,
        status: 'operational',
      }),
    );
    expect(changeSentences(changes, english)).toMatch(/^S0: operational again\. .* And 2 more changes\.$/);
    expect(changeSentences([], english)).toBe('');
  });
});

describe('connection words', () => {
  it('count down while waiting, and only then', () => {
    expect(connectionWords('reconnecting', 3_400, 1_000, english)).toBe('Reconnecting in 3 s');
    expect(connectionWords('reconnecting', 900, 1_000, english)).toBe('Reconnecting…');
    expect(connectionWords('reconnecting', null, 1_000, english)).toBe('Reconnecting…');
    expect(connectionWords('polling', null, 0, english)).toBe('Polling');
  });
});

describe('history', () => {
  it('covers fourteen days, quiet ones folded', () => {
    expect(
      historyEntries(pastIncidents, noon, 'UTC').map((entry) =>
        entry.kind === 'day' ? entry.day : [entry.to, entry.from],
      ),
    ).toEqual([
      ['2026-11-20', '2026-11-19'],
      '2026-11-18',
      ['2026-11-17', '2026-11-15'],
      '2026-11-14',
      ['2026-11-13', '2026-11-07'],
    ]);
  });

  it('cuts days in the zone that is shown', () => {
    const late = incident('late', 'Late', [{ status: 'resolved', body: '', at: '2026-11-18T23:30:00.000Z' }]);
    const dayIn = (zone: string) =>
      historyEntries([late], noon, zone).find((entry) => entry.kind === 'day')?.day;
    expect([dayIn('UTC'), dayIn('Europe/Berlin')]).toEqual(['2026-11-18', '2026-11-19']);
  });

  it('still shows an incident that began before and ended within the fourteen days', () => {
    const old = incident('old', 'Old', [{ status: 'resolved', body: '', at: '2026-11-01T12:00:00.000Z' }]);
    expect(historyEntries([old], noon, 'UTC').at(-1)).toMatchObject({ kind: 'day', day: '2026-11-01' });
  });
});

describe('times', () => {
  it.each([
    [0, 'just now'],
    [3_000, '3 sec. ago'],
    [65_000, '1 min. ago'],
    [3 * 3_600_000, '3 hr. ago'],
  ])('%d ms is %s', (ms, words) => expect(formatAgo(ms, english)).toBe(words));

  it('spans have at most two units', () => {
    expect([
      formatSpan(20_000, english),
      formatSpan(95 * 60_000, english),
      formatSpan(49 * 3_600_000, english),
    ]).toEqual(['less than a minute', '1 h 35 min', '2 d 1 h']);
  });

  it('zones say how far they are from UTC', () => {
    expect(zoneWords('America/St_Johns', noon)).toBe('America/St Johns (UTC-3:30)');
  });
});
