import { describe, expect, test } from 'vitest';
import { bytes, countOf, duration, uptime } from '@/app/admin/(control)/live/_figures/figure-words';

describe('figures in words', () => {
  test.each([
    [0, '0 open streams'],
    [1, '1 open stream'],
    [12_345, '12,345 open streams'],
  ])('%i streams', (count, words) => expect(countOf(count, 'open stream')).toBe(words));

  test.each([
    [0, '0 ms'],
    [3.24, '3.2 ms'],
    [120.6, '121 ms'],
    [1_540, '1.5 s'],
  ])('%d ms', (ms, words) => expect(duration(ms).join(' ')).toBe(words));

  test.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1 KB'],
    [12_500, '12.5 KB'],
    [3_000_000_000_000, '3,000 GB'],
  ])('%d bytes', (count, words) => expect(bytes(count)).toBe(words));

  test.each([
    [-5, '0 s'],
    [42_000, '42 s'],
    [185_000, '3 min 5 s'],
    [3_600_000, '1 h 0 min'],
    [1_047_600_000, '12 d 3 h'],
  ])('%i ms up', (ms, words) => expect(uptime(ms)).toBe(words));
});
