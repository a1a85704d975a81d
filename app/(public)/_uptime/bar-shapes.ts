import type { DisruptedDay, ServiceUptime } from '@/lib/contracts/uptime';
import { isWorse, type ServiceStatus } from '@/lib/domain/service-status';
import { dayAfter } from '@/lib/domain/uptime/local-day';

/** The drawing's own units: a day takes two and leaves one free, so that the widest form has whole pixels. */
export const pitch = 3;
export const barHeight = 22;
const barWidth = 2;
/** Days on which something happened stand out above the others, so that they are found without their colour. */
const calmTop = 6;
export const calmHeight = barHeight - calmTop;
export const dashArray = `${barWidth} ${pitch - barWidth}`;
/** What stands out is coloured however short it was, and grows from there with its share of the day. */
const leastHeight = calmTop;
const leastSlice = 3;

/** The days from one to another, both included. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = dayAfter(day, 1)) days.push(day);
  return days;
}

/** What is drawn: one path for the days nothing is known of, one for all others, and one for each other status. */
export type BarShapes = { unknown: string; known: string; held: [ServiceStatus, string][]; width: number };

/**
 * The days of a service as few paths: a dashed line is many bars at once. Each status that held fills its share of the
 * day from the top down, the worst first.
 */
export function barShapes(
  uptime: Pick<ServiceUptime, 'since' | 'disruptions'>,
  days: readonly string[],
): BarShapes {
  const first = uptime.since === null ? days.length : Math.max(0, days.indexOf(uptime.since));
  const drawn = new Map<ServiceStatus, string>();
  for (const disruption of uptime.disruptions) {
    const place = days.indexOf(disruption.day);
    if (place < 0) continue;
    for (const { status, top, height } of slices(disruption)) {
      const bar = `M${place * pitch} ${top}h${barWidth}v${height}h-${barWidth}z`;
      drawn.set(status, `${drawn.get(status) ?? ''}${bar}`);
    }
  }
  return {
    unknown: dashes(0, first, barHeight - 1),
    known: dashes(first, days.length, (calmTop + barHeight) / 2),
    held: [...drawn].sort(([a], [b]) => (isWorse(a, b) ? 1 : -1)),
    width: days.length * pitch - (pitch - barWidth),
  };
}

function dashes(from: number, to: number, middle: number): string {
  return from < to ? `M${from * pitch} ${middle}H${to * pitch - (pitch - barWidth)}` : '';
}

type Slice = { status: ServiceStatus; top: number; height: number };

/** Each status of a day with its place in the bar, the worst at the top. */
function slices({ knownSeconds, seconds }: DisruptedDay): Slice[] {
  const held = (Object.entries(seconds) as [ServiceStatus, number][]).sort(([a], [b]) =>
    isWorse(a, b) ? -1 : 1,
  );
  const all = held.reduce((sum, [, its]) => sum + its, 0);
  const share = Math.min(1, all / Math.max(1, knownSeconds));
  const filled = Math.round(leastHeight + share * (barHeight - leastHeight));
  let top = 0;
  return held.map(([status, its], index) => {
    const left = filled - top;
    const height = index === held.length - 1 ? left : Math.max(leastSlice, Math.round((filled * its) / all));
    const slice = { status, top, height: Math.min(height, left) };
    top += slice.height;
    return slice;
  });
}
