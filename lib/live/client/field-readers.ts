/** Reads fields of a message nobody vouches for: each answers with the fallback when the field is not what it should be. */

export type Unknown = Record<string, unknown>;

/** Whether a value is an object with fields. */
export function isFields(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text, or the fallback. */
export function text<T>(value: unknown, fallback: T): string | T {
  return typeof value === 'string' && value !== '' ? value : fallback;
}

/** An RFC 3339 time, or the fallback. */
export function time<T>(value: unknown, fallback: T): string | T {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : fallback;
}

/** One of the allowed words, or the fallback. */
export function oneOf<W extends string, T>(words: readonly W[], value: unknown, fallback: T): W | T {
  return words.includes(value as W) ? (value as W) : fallback;
}

/** The objects of a list that carry an id of their own; null when there is no list. */
export function identified(value: unknown): (Unknown & { id: string })[] | null {
  if (!Array.isArray(value)) return null;
  const byId = new Map<string, Unknown & { id: string }>();
  for (const item of value) {
    if (!isFields(item) || (typeof item.id !== 'string' && typeof item.id !== 'number')) continue;
    const id = String(item.id);
    if (id !== '' && !byId.has(id)) byId.set(id, { ...item, id });
  }
  return [...byId.values()];
}
