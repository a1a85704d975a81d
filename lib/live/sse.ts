/** The bytes of the event stream, as the HTML standard has them. Pure: text in, text out, and one encoder. */

export type EventFields = {
  /** What readers send back as Last-Event-ID: a revision, so digits only. */
  id?: number;
  /** The event's name; without one it reaches `onmessage`. */
  event?: string;
  data: string;
  /** Milliseconds the reader waits before it connects again. */
  retryMs?: number;
};

/** One event, ready to be sent. Throws for a name or number that could not be read back as it was given. */
export function eventText({ id, event, data, retryMs }: EventFields): string {
  let text = '';
  if (retryMs !== undefined) text += retryLine(retryMs);
  if (id !== undefined) text += `id: ${digits(id, 'id')}\n`;
  if (event !== undefined) text += `event: ${oneLine(event)}\n`;
  // Each line break, whichever of the three kinds, ends a field; a reader joins the lines again.
  for (const line of data.split(/\r\n|\r|\n/)) text += `data: ${line}\n`;
  return `${text}\n`;
}

/** A line no EventSource shows, which keeps proxies from thinking the connection idle. */
export function commentText(words: string): string {
  return `: ${oneLine(words)}\n\n`;
}

/** How a stream begins: when to come back, and that it is open. */
export function helloText(retryMs: number): string {
  return `${retryLine(retryMs)}${commentText('connected')}`;
}

/** UTF-8, encoded once and shared by every reader. */
export function toBytes(text: string): Uint8Array {
  return encoder.encode(text);
}

const encoder = new TextEncoder();

function retryLine(ms: number): string {
  return `retry: ${digits(ms, 'retry')}\n`;
}

function digits(value: number, field: string): string {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new TypeError(`${field} must be a whole number: ${value}`);
  return String(value);
}

function oneLine(text: string): string {
  if (/[\r\n\0]/.test(text)) throw new TypeError('a name or comment must fit on one line');
  return text;
}
