import { describe, expect, it } from 'vitest';
import { daySentence, percentWords, uptimeSummary } from '@/app/(public)/_uptime/uptime-words';
import { disruptedDay, serviceUptime } from '../../support/uptime-fixtures';
import { wordsIn } from '../../support/words';

const words = wordsIn();
const german = wordsIn('de');
const today = '2026-11-20';

describe('per cent', () => {
  it.each([
    [100, 2, '100%'],
    [99.999, 2, '99.99%'],
    [99.999, 3, '99.999%'],
    [99.98, 2, '99.98%'],
    [99.5, 2, '99.50%'],
    [64.1, 3, '64.100%'],
    [0, 2, '0.00%'],
  ] as const)('%d in %d digits is %s', (percent, digits, said) => {
    expect(percentWords(words, percent, digits)).toBe(said);
  });

  it('is written as the language does', () => {
    expect(percentWords(german, 99.98)).toBe('99,98\u00a0%');
  });
});

describe('all days in a sentence', () => {
  const days = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      disruptedDay(`2026-11-0${index + 1}`, { partial_outage: 42 + index }),
    );

  it.each([
    [serviceUptime(), '100% uptime over 90 days; no disruptions.'],
    [serviceUptime({ percent: null, since: null }), 'No uptime is known yet.'],
    [
      serviceUptime({ percent: 99.981, disruptions: days(2) }),
      '99.98% uptime over 90 days; 2 days with disruptions: Nov 2 (partial outage 43 min), Nov 1 (partial outage 42 min).',
    ],
    [
      serviceUptime({ percent: 99.5, disruptions: days(5) }),
      '99.50% uptime over 90 days; 5 days with disruptions: Nov 5 (partial outage 46 min), Nov 4 (partial outage 45 min), Nov 3 (partial outage 44 min) and 2 more.',
    ],
  ])('%# reads well', (uptime, said) => {
    expect(uptimeSummary(words, uptime, 90)).toBe(said);
  });
});

describe('one day in a sentence', () => {
  const uptime = serviceUptime({
    since: '2026-11-01',
    disruptions: [disruptedDay('2026-11-03', { degraded_performance: 95, major_outage: 12 })],
  });

  it.each([
    ['2026-10-31', 'Saturday, October 31: no record.'],
    ['2026-11-02', 'Monday, November 2: operational all day.'],
    ['2026-11-03', 'Tuesday, November 3: major outage 12 min, degraded performance 1 h 35 min.'],
    [today, 'Friday, November 20: operational so far.'],
  ])('%s: %s', (day, said) => {
    expect(daySentence(words, day, uptime, today)).toBe(said);
  });
});
