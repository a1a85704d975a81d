import { outsideMessage, type PublishedChange, publishedChange } from '@/lib/contracts/live-event';

/** What came over the bus: a change by one of our processes, another program's word, or nothing we can use. */
export type BusMessage =
  | { kind: 'change'; change: PublishedChange }
  | { kind: 'outside'; json: string }
  | { kind: 'malformed'; why: string };

/** In UTF-16 units: more than any status page holds. A message is parsed, and held in memory while it is sent. */
export const longestMessage = 2 * 1024 * 1024;

/** Reads what was published on the channel. Never throws: anybody may publish anything there. */
export function parseBusMessage(text: string): BusMessage {
  if (text.length > longestMessage) return { kind: 'malformed', why: 'too long' };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'malformed', why: 'not JSON' };
  }
  const change = publishedChange.safeParse(json);
  if (change.success) return { kind: 'change', change: change.data };
  // Written again, so that it is one line on the stream however it was laid out.
  if (outsideMessage.safeParse(json).success) return { kind: 'outside', json: JSON.stringify(json) };
  return { kind: 'malformed', why: 'not a status' };
}
