/** The one way this page writes times. `moment` is day and time, `time` the time alone, `day` a heading. */
const formats = {
  moment: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  'short-day': { day: 'numeric', month: 'short' },
  full: {
    dateStyle: 'full',
    timeStyle: 'long',
  },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

export type TimeFormat = keyof typeof formats;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A time in words, in the given zone. */
export function formatTime(at: string | number, format: TimeFormat, timeZone: string): string {
  return formatter(format, timeZone).format(new Date(at));
}

/** YYYY-MM-DD of a time in the given zone. */
export function dayOf(at: string | number, timeZone: string): string {
  const key = `iso ${timeZone}`;
  const known = formatters.get(key);
  const iso = known ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  formatters.set(key, iso);
  return iso.format(new Date(at));
}

/** A zone in words that a visitor knows: "UTC", "Europe/Berlin (UTC+1)". */
export function zoneWords(timeZone: string, at: number): string {
  return timeZone === 'UTC' ? 'UTC' : `${timeZone.replaceAll('_', ' ')} (${zoneOffset(timeZone, at)})`;
}

/** How far a zone is from UTC at a time: "UTC", "UTC+1", "UTC+5:30". */
export function zoneOffset(timeZone: string, at: number): string {
  if (timeZone === 'UTC') return 'UTC';
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value.replace('GMT', 'UTC') ?? 'UTC';
}

/** A span in at most two units: "42 min", "3 h 5 min", "2 d 4 h". */
export function formatSpan(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 1) return 'less than a minute';
  const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24, minutes % 60];
  const units = days > 0 ? [unit(days, 'd'), unit(hours, 'h')] : [unit(hours, 'h'), unit(rest, 'min')];
  return units.filter(Boolean).join(' ');
}

/** How long ago something was: "just now", "3 s ago", "5 min ago". */
export function formatAgo(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds < 1) return 'just now';
  return seconds < 60 ? `${seconds} s ago` : `${formatSpan(ms)} ago`;
}

function unit(count: number, name: string): string {
  return count > 0 ? `${count} ${name}` : '';
}

function formatter(format: TimeFormat, timeZone: string): Intl.DateTimeFormat {
  const key = `${format} ${timeZone}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en', { ...formats[format], timeZone });
  formatters.set(key, made);
  return made;
}
