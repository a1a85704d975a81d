import { describe, expect, it } from 'vitest';
import { barHeight, barShapes, daysBetween, pitch } from '@/app/(public)/_uptime/bar-shapes';
import { disruptedDay, serviceUptime } from '../../support/uptime-fixtures';

const days = daysBetween('2026-08-23', '2026-11-20');
const tops = (path: string) =>
  [...path.matchAll(/M(\d+) (\d+)h\d+v(\d+)/g)].map(([, ...numbers]) => numbers.map(Number));

describe('the bars', () => {
  it('are a handful of paths, however many days', () => {
    const disruptions = days.map((day) => disruptedDay(day, { partial_outage: 10 }));
    expect(days).toHaveLength(90);
    expect(barShapes(serviceUptime(), days)).toEqual({
      unknown: '',
      known: `M0 14H269`,
      held: [],
      width: 269,
    });
    expect(barShapes(serviceUptime({ disruptions }), days).held).toHaveLength(1);
  });

  it('begin when the service does', () => {
    const { unknown, known } = barShapes(serviceUptime({ since: '2026-11-11' }), days);
    expect([unknown, known]).toEqual([`M0 21H${80 * pitch - 1}`, `M${80 * pitch} 14H269`]);
    expect(barShapes(serviceUptime({ since: null }), days).known).toBe('');
  });

  it('are filled from the top, the longer it lasted the lower, and never so little that nobody sees it', () => {
    const filled = (minutes: number) => {
      const disruptions = [disruptedDay('2026-11-20', { major_outage: minutes })];
      const [, path = ''] = barShapes(serviceUptime({ disruptions }), days).held[0] ?? [];
      expect(tops(path)[0]?.slice(0, 2)).toEqual([89 * pitch, 0]);
      return tops(path)[0]?.[2] ?? 0;
    };
    expect(filled(1 / 60)).toBeGreaterThanOrEqual(5);
    expect(filled(360)).toBeGreaterThan(filled(60));
    expect(filled(1_440)).toBe(barHeight);
  });

  it('stack what happened on one day, the worst on top, without a gap', () => {
    const disruptions = [
      disruptedDay('2026-11-20', { degraded_performance: 480, major_outage: 240, under_maintenance: 60 }),
    ];
    const { held } = barShapes(serviceUptime({ disruptions }), days);
    expect(held.map(([status]) => status)).toEqual([
      'under_maintenance',
      'degraded_performance',
      'major_outage',
    ]);
    const [work, slow, down] = held.map(([, path]) => tops(path)[0] ?? []);
    expect(down?.[1]).toBe(0);
    expect(slow?.[1]).toBe(down?.[2]);
    expect(work?.[1]).toBe((slow?.[1] ?? 0) + (slow?.[2] ?? 0));
    expect(slow?.[2]).toBeGreaterThan(down?.[2] ?? 0);
  });
});
