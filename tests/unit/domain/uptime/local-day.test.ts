import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, dayStart, localDay, localDays } from '@/lib/domain/uptime/local-day';

const hourMs = 3_600_000;
const lengthInHours = (day: string, zone: string) =>
  (dayStart(dayAfter(day, 1), zone) - dayStart(day, zone)) / hourMs;

describe('a day in a zone', () => {
  it.each([
    ['2026-03-29', 'Europe/Berlin', 23],
    ['2026-10-25', 'Europe/Berlin', 25],
    ['2026-03-08', 'America/New_York', 23],
    ['2026-11-01', 'America/New_York', 25],
    ['2026-10-04', 'Australia/Lord_Howe', 23.5],
    ['2026-04-05', 'Australia/Lord_Howe', 24.5],
    ['2026-06-01', 'Asia/Kathmandu', 24],
    ['2026-03-29', 'Etc/UTC', 24],
    ['2011-12-30', 'Pacific/Apia', 0],
  ])('%s in %s has %d hours', (day, zone, hours) => {
    expect(lengthInHours(day, zone)).toBe(hours);
  });

  it.each([
    ['2026-11-20', 'Asia/Tokyo', '2026-11-19T15:00:00.000Z'],
    ['2026-11-20', 'America/Los_Angeles', '2026-11-20T08:00:00.000Z'],
    // The clock went from 24:00 to 01:00, so the day began at 01:00.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    // The clock went from 01:00 back to 00:00: the first midnight counts.
    ['2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z'],
    // The clock went from 24:00 back to 23:00: there is one midnight, the later one.
    ['2018-02-18', 'America/Sao_Paulo', '2018-02-18T03:00:00.000Z'],
    // The clock went from 23:30 to 00:30.
    ['1919-03-31', 'America/Toronto', '1919-03-31T04:30:00.000Z'],
  ])('%s in %s begins at %s', (day, zone, instant) => {
    expect(new Date(dayStart(day, zone)).toISOString()).toBe(instant);
  });
});

const zones = fc.constantFrom(
  ...['Etc/UTC', 'Europe/Berlin', 'America/New_York', 'America/Sao_Paulo', 'Asia/Kolkata', 'Asia/Beirut'],
  ...['Australia/Lord_Howe', 'Pacific/Auckland', 'Pacific/Apia', 'Africa/Cairo', 'America/Nuuk'],
);
const instants = fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2030-01-01') });

describe('days of any zone', () => {
  it('hold the instants that the zone gives them', () => {
    fc.assert(
      fc.property(zones, instants, (zone, at) => {
        const day = localDay(at, zone);
        expect(dayStart(day, zone)).toBeLessThanOrEqual(at);
        expect(dayStart(dayAfter(day, 1), zone)).toBeGreaterThan(at);
      }),
      { numRuns: 500 },
    );
  });

  it('follow each other without a gap', () => {
    fc.assert(
      fc.property(zones, instants, fc.integer({ min: 1, max: 40 }), (zone, at, count) => {
        const last = localDay(at, zone);
        const days = localDays(last, count, zone);
        expect(days).toHaveLength(count);
        expect(days.at(-1)?.day).toBe(last);
        for (const [index, { from }] of days.entries()) {
          if (index > 0) expect(days[index - 1]?.to).toBe(from);
        }
      }),
    );
  });
});
