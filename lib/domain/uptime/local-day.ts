/** A day of a zone's calendar: YYYY-MM-DD, and the instants (ms since 1970) it lasts from and up to. */
export type LocalDay = { day: string; from: number; to: number };

const dayMs = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** YYYY-MM-DD of an instant in an IANA zone. */
export function localDay(at: number, timeZone: string): string {
  return isoDay(wallClock(at, timeZone));
}

/** The day so many days after `day`, or before it where `count` is negative. */
export function dayAfter(day: string, count: number): string {
  return isoDay(Date.parse(day) + count * dayMs);
}

/**
 * The first instant of a day in an IANA zone. Where the clock skips midnight the day begins later, where it repeats
 * midnight it begins at the first one, and a day that the calendar leaves out begins and ends in the same instant.
 */
export function dayStart(day: string, timeZone: string): number {
  const midnight = Date.parse(day);
  const [before, after] = [midnight - dayMs, midnight + dayMs].map((at) => wallClock(at, timeZone) - at) as [
    number,
    number,
  ];
  // The clock may change in between: then the day begins at one of these, or at the change.
  let early = midnight - Math.max(before, after);
  let late = midnight - Math.min(before, after);
  if (wallClock(early, timeZone) >= midnight) return early;
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (wallClock(middle, timeZone) >= midnight) late = middle;
    else early = middle;
  }
  return late;
}

/** The `count` days that end with `last`, oldest first; they follow each other without a gap. */
export function localDays(last: string, count: number, timeZone: string): LocalDay[] {
  const starts = Array.from({ length: count + 1 }, (_, index) => dayAfter(last, index + 1 - count));
  const instants = starts.map((day) => dayStart(day, timeZone));
  return starts.slice(0, count).map((day, index) => ({
    day,
    from: instants[index] as number,
    to: instants[index + 1] as number,
  }));
}

/** What clocks in the zone show at an instant, as if they were UTC. Intl is where JavaScript knows the zones. */
function wallClock(at: number, timeZone: string): number {
  const known = formatters.get(timeZone);
  const formatter = known ?? new Intl.DateTimeFormat('en', { ...fields, timeZone });
  if (!known) formatters.set(timeZone, formatter);
  const part = Object.fromEntries(
    formatter.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
  const { year, month, day, hour, minute, second } = part;
  // Intl has no milliseconds of its own accord; zones differ by whole seconds.
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((at % 1000) + 1000) % 1000);
}

const fields = {
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;

function isoDay(wallMs: number): string {
  return new Date(wallMs).toISOString().slice(0, 10);
}
