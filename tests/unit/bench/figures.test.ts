import { expect, test } from 'vitest';
import { readOptions } from '@/tests/bench/bench-options';
import { percentile, spread } from '@/tests/bench/percentiles';
import { type Figure, summarise } from '@/tests/bench/report/measures';
import { tableText } from '@/tests/bench/report/table';
import { targets } from '@/tests/bench/report/targets';
import { readStamp, stampField } from '@/tests/bench/stamp';

const hundred = Array.from({ length: 100 }, (_, i) => ((i * 37) % 100) + 1);

test('percentiles go by nearest rank, whatever the order', () => {
  expect([0, 0.5, 0.9, 0.99, 1].map((share) => percentile(hundred, share))).toEqual([1, 50, 90, 99, 100]);
  expect(percentile([42], 0.99)).toBe(42);
  expect(percentile([], 0.5)).toBeNaN();
});

test('a spread has the least, the middle and the most', () => {
  expect(spread([30, 10, 20])).toEqual({ min: 10, median: 20, max: 30 });
  expect(spread([4, 1, 2, 3])).toEqual({ min: 1, median: 2.5, max: 4 });
});

const p99 = (contestant: string, values: number[]): Figure[] =>
  values.map((value, i) => ({ measure: 'p99', contestant, round: i + 1, value }));

test('ratios are those of medians within the run', () => {
  const results = summarise([...p99('product', [30, 10, 24]), ...p99('plain node:http', [20, 16, 99])]);
  expect(results).toHaveLength(1);
  expect(results[0]?.rows).toEqual([
    { contestant: 'product', values: [30, 10, 24], min: 10, median: 24, max: 30, ratio: 1.2 },
    { contestant: 'plain node:http', values: [20, 16, 99], min: 16, median: 20, max: 99, ratio: 1 },
  ]);
  const [first, second] = targets(results);
  expect(first).toMatchObject({ reached: 1.2, limit: 1.25, isMet: true });
  expect(second).toMatchObject({ reached: null, isMet: null });
  expect(tableText(results, targets(results))).toContain('1.20');
});

test('a figure without its baseline has no ratio', () => {
  expect(summarise(p99('product', [5]))[0]?.rows[0]?.ratio).toBeNull();
});

test('a stamp is read back as it was set', () => {
  const json = JSON.stringify({ statusLabel: 'operational', ...stampField(12) });
  expect(readStamp(json)).toEqual({ number: 12, sentAt: expect.any(Number) });
  expect(readStamp('{"statusLabel":"operational"}')).toBeNull();
});

test('the command line is read, or refused in a sentence', () => {
  expect(readOptions(['--streams', '10000', '--only', 'latency,bytes'])).toMatchObject({
    streams: 10_000,
    only: ['latency', 'bytes'],
  });
  expect(() => readOptions(['--streams', '20000'])).toThrow('a whole number from 1 to 15000');
  expect(() => readOptions(['--only', 'speed'])).toThrow('but it names "speed"');
});
