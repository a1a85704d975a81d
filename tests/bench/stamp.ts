/** Milliseconds of the machine's monotonic clock, the same in every process. */
export function monotonicMs(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}

/** What a published message carries: its number, and when it was published. */
export type Stamp = { number: number; sentAt: number };

const mark = '"benchStamp":"';

/** The field that carries a stamp, for a JSON object. */
export const stampField = (number: number) => ({ benchStamp: `${number}@${monotonicMs()}` });

/** The stamp in a message's data; null for messages of others. */
export function readStamp(json: string): Stamp | null {
  const at = json.lastIndexOf(mark);
  if (at < 0) return null;
  const from = at + mark.length;
  const [number, sentAt] = json.slice(from, json.indexOf('"', from)).split('@').map(Number);
  return number === undefined || sentAt === undefined ? null : { number, sentAt };
}
