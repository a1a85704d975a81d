const utcNames = new Set(['UTC', 'Etc/UTC', 'Etc/GMT', 'GMT', 'Etc/UCT', 'UCT', 'Zulu', 'Etc/Zulu']);
const formats = new Map<string, Intl.DateTimeFormat>();

/** RFC 3339 with milliseconds as Statuspage writes it: `Z` where the page's zone is UTC, else the zone's offset. */
export function statuspageTime(at: Date, timeZone: string): string {
  if (utcNames.has(timeZone)) return at.toISOString();
  const offset = offsetOf(at, timeZone);
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? [];
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  return new Date(at.getTime() + ms).toISOString().replace('Z', offset);
}

/** `+05:30` for Asia/Kolkata; the offset that holds at that moment. */
function offsetOf(at: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
  return /[+-]\d\d:\d\d/.exec(name)?.[0] ?? '+00:00';
}
