const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const sizes = ['B', 'KB', 'MB', 'GB'];

/** A number as it is read: "1,204". */
export function number(value: number): string {
  return whole.format(value);
}

/** A number and what it counts: "1 open stream", "1,204 open streams". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** Milliseconds as digits and unit: ["3.2", "ms"], ["1.5", "s"]. */
export function duration(ms: number): [string, string] {
  if (ms >= 1_000) return [oneDigit.format(ms / 1_000), 's'];
  return [(ms >= 100 ? whole : oneDigit).format(ms), 'ms'];
}

/** Bytes in the unit a person would say them in, by thousands: "12.5 KB". */
export function bytes(count: number): string {
  const power = count < 1 ? 0 : Math.min(sizes.length - 1, Math.floor(Math.log10(count) / 3));
  return `${oneDigit.format(count / 1_000 ** power)} ${sizes[power]}`;
}

/** A span in its two largest units: "42 s", "3 min 5 s", "2 h 4 min", "12 d 3 h". */
export function uptime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const units: [number, string][] = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3_600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ];
  const first = units.findIndex(([count]) => count > 0);
  const shown = first < 0 ? units.slice(-1) : units.slice(first, first + 2);
  return shown.map(([count, unit]) => `${count} ${unit}`).join(' ');
}
