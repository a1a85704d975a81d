import type { Words } from '@/lib/words/words';

/** The one way this page writes times. `moment` is day and time, `time` the time alone, `day` and `month` headings. */
const formats = {
  moment: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  'short-day': { day: 'numeric', month: 'short' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  full: {
    dateStyle: 'full',
    timeStyle: 'long',
  },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

export type TimeFormat = keyof typeof formats;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A time in the words of a locale, in the given zone. */
export function formatTime(
  at: string | number,
  format: TimeFormat,
  timeZone: string,
  locale: string,
): string {
  return formatter(format, timeZone, locale).format(new Date(at));
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
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  return offset.replace('GMT', 'UTC').replace(/\+0$/, '');
}

/** A span in at most two units: "42 min", "3 h 5 min", "2 d 4 h". Node 20 has no Intl.DurationFormat. */
export function formatSpan(ms: number, { t }: Words): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24, minutes % 60];
  const units = [
    ...(days > 0 ? [t('span.days', { count: days })] : []),
    ...(hours > 0 ? [t('span.hours', { count: hours })] : []),
    ...(rest > 0 && days === 0 ? [t('span.minutes', { count: rest })] : []),
  ];
  const [more, less] = units;
  if (!more) return t('span.underMinute');
  return less ? t('span.pair', { more, less }) : more;
}

/** How long ago something was, in the largest unit that it fills: "just now", "3 sec. ago", "5 min. ago". */
export function formatAgo(ms: number, { t, locale }: Words): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds < 1) return t('time.justNow');
  const [unit, length] = units.find(([, length]) => seconds >= length) ?? ['second', 1];
  const known = relative.get(locale) ?? new Intl.RelativeTimeFormat(locale, { style: 'short' });
  relative.set(locale, known);
  return known.format(-Math.floor(seconds / length), unit);
}

const relative = new Map<string, Intl.RelativeTimeFormat>();
const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

function formatter(format: TimeFormat, timeZone: string, locale: string): Intl.DateTimeFormat {
  const key = `${format} ${timeZone} ${locale}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...formats[format], timeZone });
  formatters.set(key, made);
  return made;
}
