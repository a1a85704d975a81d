import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDay, localDays } from '@/lib/domain/uptime/local-day';
import {
  dailyTallies,
  emptyTally,
  hardestHit,
  isDisrupted,
  knownMs,
  summed,
} from '@/lib/domain/uptime/tally';
import { histories, periodEnd } from './status-history';

const hourMs = 3_600_000;
const zones = fc.constantFrom('Etc/UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Asia/Beirut');
const daysUntilNow = (zone: string, count = 50) => localDays(localDay(periodEnd, zone), count, zone);

describe('a day', () => {
  it('sums the time of each status, cut at midnight of the zone', () => {
    const days = localDays('2026-11-20', 2, 'Europe/Berlin');
    const changes = [
      { status: 'operational' as const, at: new Date('2026-11-01T00:00:00Z') },
      { status: 'major_outage' as const, at: new Date('2026-11-19T22:00:00Z') },
      { status: 'operational' as const, at: new Date('2026-11-19T23:30:00Z') },
    ];
    const history = { changes, maintenance: [], knownFrom: new Date(0) };
    expect(dailyTallies(history, days, Date.parse('2026-11-20T05:00:00Z'))).toEqual([
      { ...emptyTally(), operational: 23 * hourMs, major_outage: hourMs },
      { ...emptyTally(), operational: 5.5 * hourMs, major_outage: 0.5 * hourMs },
    ]);
  });

  it.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
  ])('in which the clocks change counts all its hours: %s has %d', (day, hours) => {
    const days = localDays(day, 1, 'Europe/Berlin');
    const changes = [{ status: 'partial_outage' as const, at: new Date('2026-01-01') }];
    const tallies = dailyTallies({ changes, maintenance: [], knownFrom: new Date(0) }, days, periodEnd * 2);
    expect(tallies).toEqual([{ ...emptyTally(), partial_outage: hours * hourMs }]);
  });
});

describe('the hardest hit of several services', () => {
  it('tells how long each status held for the one it held for longest, in a day no longer than it is', () => {
    const one = { ...emptyTally(), operational: 22 * hourMs, major_outage: 2 * hourMs };
    const other = {
      ...emptyTally(),
      operational: 20 * hourMs,
      major_outage: hourMs,
      partial_outage: 3 * hourMs,
    };
    const young = { ...emptyTally(), degraded_performance: hourMs };
    expect(hardestHit([one, other, young])).toEqual({
      ...emptyTally(),
      operational: 18 * hourMs,
      major_outage: 2 * hourMs,
      partial_outage: 3 * hourMs,
      degraded_performance: hourMs,
    });
    expect(hardestHit([one])).toEqual(one);
    expect(hardestHit([])).toEqual(emptyTally());
  });
});

describe('days of any history', () => {
  it('hold exactly the time in which the service is known', () => {
    fc.assert(
      fc.property(histories, zones, (history, zone) => {
        const days = daysUntilNow(zone);
        const first = Math.min(...history.changes.map(({ at }) => at.getTime()));
        const since = Math.max(first, history.knownFrom.getTime());
        const tallies = dailyTallies(history, days, periodEnd);
        for (const [index, { from, to }] of days.entries()) {
          const there = Math.max(0, Math.min(to, periodEnd) - Math.max(from, since));
          const tally = tallies[index] ?? emptyTally();
          expect(knownMs(tally)).toBe(there);
          expect(isDisrupted(tally)).toBe(tally.operational !== there);
        }
      }),
    );
  });

  it('add up the same wherever the period is split, and however it is cut into days', () => {
    fc.assert(
      fc.property(histories, zones, fc.integer({ min: 1, max: 49 }), (history, zone, cut) => {
        const days = daysUntilNow(zone);
        const whole = dailyTallies(history, days, periodEnd);
        const earlier = dailyTallies(history, days.slice(0, cut), periodEnd);
        const later = dailyTallies(history, days.slice(cut), periodEnd);
        expect([...earlier, ...later]).toEqual(whole);
        const one = { day: 'all', from: days[0]?.from ?? 0, to: days.at(-1)?.to ?? 0 };
        expect(dailyTallies(history, [one], periodEnd)).toEqual([summed(whole)]);
      }),
    );
  });

  it('that are over are not changed by what comes after them', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const days = daysUntilNow('Europe/Berlin').slice(0, 20);
        const end = days.at(-1)?.to ?? 0;
        const changes = history.changes.filter(({ at }) => at.getTime() < end);
        expect(dailyTallies({ ...history, changes }, days, end)).toEqual(
          dailyTallies(history, days, periodEnd),
        );
      }),
    );
  });
});
