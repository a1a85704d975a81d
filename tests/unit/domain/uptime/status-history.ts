import fc from 'fast-check';
import { serviceStatuses } from '@/lib/domain/service-status';
import type { Span, StatusHistory } from '@/lib/domain/uptime/status-spans';

/** Some weeks around the nights in which clocks change. */
export const periodStart = Date.parse('2026-10-01T00:00:00Z');
export const periodEnd = Date.parse('2026-11-20T12:34:56.789Z');

const instant = fc.integer({ min: periodStart - 5e8, max: periodEnd + 5e8 });
const time = instant.map((at) => new Date(at));
const status = fc.constantFrom(...serviceStatuses);

export const spans: fc.Arbitrary<Span[]> = fc.array(fc.record({ status, from: instant, to: instant }), {
  maxLength: 30,
});

/** Anything that may have been written of a service, in any order and overlapping. */
export const histories: fc.Arbitrary<StatusHistory> = fc.record({
  changes: fc.array(fc.record({ status, at: time }), { maxLength: 30 }),
  maintenance: fc.array(fc.record({ from: time, to: time }), { maxLength: 5 }),
  knownFrom: time,
});
