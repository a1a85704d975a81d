import fc from 'fast-check';
import { expect, it } from 'vitest';
import { statuspageTime } from '@/lib/contracts/statuspage-time';

it.each([
  ['Etc/UTC', '2026-01-15T12:00:00.007Z', '2026-01-15T12:00:00.007Z'],
  ['UTC', '2026-01-15T12:00:00.007Z', '2026-01-15T12:00:00.007Z'],
  ['Europe/London', '2026-01-15T12:00:00.000Z', '2026-01-15T12:00:00.000+00:00'],
  ['Europe/London', '2026-07-15T12:00:00.000Z', '2026-07-15T13:00:00.000+01:00'],
  ['America/New_York', '2026-01-15T02:30:00.000Z', '2026-01-14T21:30:00.000-05:00'],
  ['America/St_Johns', '2026-01-15T12:00:00.000Z', '2026-01-15T08:30:00.000-03:30'],
  ['Asia/Kathmandu', '2026-12-31T23:00:00.999Z', '2027-01-01T04:45:00.999+05:45'],
  // The hour before and after clocks change.
  ['Europe/Berlin', '2026-03-29T00:59:59.999Z', '2026-03-29T01:59:59.999+01:00'],
  ['Europe/Berlin', '2026-03-29T01:00:00.000Z', '2026-03-29T03:00:00.000+02:00'],
])('in %s, %s is written %s', (zone, at, written) => {
  expect(statuspageTime(new Date(at), zone)).toBe(written);
});

it('is the same moment in every zone', () => {
  const moments = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  fc.assert(
    fc.property(moments, zones, (at, zone) => {
      expect(Date.parse(statuspageTime(at, zone))).toBe(at.getTime());
    }),
  );
});
