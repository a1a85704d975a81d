import { statuspageTime } from '@/lib/contracts/statuspage-time';

const formats = new Map<string, Intl.DateTimeFormat>();

/** RFC 3339 to the second, with the zone's offset: `2026-09-29T14:22:31Z`. */
export function atomTime(at: Date, timeZone: string): string {
  return statuspageTime(at, timeZone).replace(/\.\d{3}/, '');
}

/** RFC 822 with the zone's offset: `Tue, 29 Sep 2026 14:22:31 +0000`. */
export function rssTime(at: Date, timeZone: string): string {
  const local = statuspageTime(at, timeZone);
  const offset = local.slice(23) === 'Z' ? '+0000' : local.slice(23).replace(':', '');
  // Its own clock read as if it were UTC, which is the zone that a Date writes itself in.
  return new Date(`${local.slice(0, 23)}Z`).toUTCString().replace('GMT', offset);
}

/** The parts of a moment as a page in this zone says it; the day is padded to two characters. */
export function saidParts(at: Date, timeZone: string) {
  const parts = Object.fromEntries(
    formatIn(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const { month = '', day = '', hour, minute, timeZoneName: zone = '' } = parts;
  return { month, day: day.padStart(2), time: `${hour}:${minute}`, zone };
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  formats.set(timeZone, format);
  return format;
}
