import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyTally, summed, type Tally } from '@/lib/domain/uptime/tally';
import { uptimePercent } from '@/lib/domain/uptime/uptime';

const hourMs = 3_600_000;
const tally = (given: Partial<Tally>) => ({ ...emptyTally(), ...given });
const aYear = 365 * 24 * hourMs;
const ms = fc.integer({ min: 0, max: aYear });
const tallies: fc.Arbitrary<Tally> = fc.record({
  operational: ms,
  under_maintenance: ms,
  degraded_performance: ms,
  partial_outage: ms,
  major_outage: ms,
});

describe('uptime', () => {
  it.each([
    ['nothing was down', { operational: hourMs }, 100],
    ['it was degraded all the time', { degraded_performance: hourMs }, 100],
    ['a major outage took half of the time', { operational: hourMs, major_outage: hourMs }, 50],
    ['a partial outage took all of it', { partial_outage: hourMs }, 70],
    ['maintenance took what was not down', { under_maintenance: hourMs, major_outage: hourMs }, 0],
    ['one millisecond of a year was down', { operational: aYear, major_outage: 1 }, 99.999],
    ['one millisecond of a year was partly down', { operational: aYear, partial_outage: 1 }, 99.999],
    ['a third was down', { operational: 2, major_outage: 1 }, 66.666],
    ['nothing is known', {}, null],
    ['all the time was maintenance', { under_maintenance: hourMs }, null],
  ])('where %s: %j is %j', (_, given, percent) => {
    expect(uptimePercent(tally(given))).toBe(percent);
  });

  it('is a number from 0 to 100, and 100 only where nothing was down', () => {
    fc.assert(
      fc.property(tallies, (given) => {
        const percent = uptimePercent(given);
        const isCounted = given.operational + given.degraded_performance > 0;
        const isDown = given.partial_outage + given.major_outage > 0;
        if (percent === null) return expect(isCounted || isDown).toBe(false);
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
        expect(percent === 100).toBe(!isDown);
      }),
    );
  });

  it('is never more than the exact share, and less than a thousandth below it', () => {
    fc.assert(
      fc.property(tallies, (given) => {
        const counted = BigInt(
          given.operational + given.degraded_performance + given.partial_outage + given.major_outage,
        );
        if (counted === 0n) return;
        const down = 3n * BigInt(given.partial_outage) + 10n * BigInt(given.major_outage);
        const shown = BigInt(Math.round((uptimePercent(given) ?? Number.NaN) * 1_000));
        const exact = (counted * 10n - down) * 100_000n;
        expect(shown * counted * 10n <= exact).toBe(true);
        expect((shown + 1n) * counted * 10n > exact).toBe(true);
      }),
    );
  });

  it('does not change with maintenance', () => {
    fc.assert(
      fc.property(tallies, ms, (given, more) => {
        const longer = { ...given, under_maintenance: given.under_maintenance + more };
        expect(uptimePercent(longer)).toBe(uptimePercent(given));
      }),
    );
  });

  it('of a group lies between its services, nearer to the one that was there longer', () => {
    const old = tally({ operational: 90 * hourMs });
    const young = tally({ operational: 5 * hourMs, major_outage: 5 * hourMs });
    expect(uptimePercent(summed([old, young]))).toBe(95);
    fc.assert(
      fc.property(tallies, tallies, (one, other) => {
        const both = [uptimePercent(one), uptimePercent(other)].filter((percent) => percent !== null);
        const group = uptimePercent(summed([one, other]));
        if (group === null) return expect(both).toEqual([]);
        expect(group).toBeGreaterThanOrEqual(Math.min(...both));
        expect(group).toBeLessThanOrEqual(Math.max(...both));
      }),
    );
  });
});
