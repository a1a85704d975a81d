/** What a returning reader is owed: nothing, the named events after `after` and the state, or the state afresh. */
export type Resume =
  | { kind: 'new' }
  | { kind: 'current' }
  | { kind: 'replay'; after: number }
  | { kind: 'reset' };

/** What the server can tell: its revision, and the revision after which it still knows every event. */
export type Known = { revision: number; completeAfter: number };

/**
 * Decides how a stream begins from the `Last-Event-ID` a reader brought, null when it brought none.
 * Malformed, unknown, too old or ahead of the server all mean: start afresh, never an error.
 */
export function resumeFrom(lastEventId: string | null, known: Known): Resume {
  if (lastEventId === null || lastEventId === '') return { kind: 'new' };
  const revision = parseRevision(lastEventId);
  if (revision === null || revision > known.revision) return { kind: 'reset' };
  if (revision === known.revision) return { kind: 'current' };
  return revision >= known.completeAfter ? { kind: 'replay', after: revision } : { kind: 'reset' };
}

/** A revision written as plain digits, as the stream writes it; null for anything else. */
export function parseRevision(text: string): number | null {
  if (!/^(0|[1-9]\d{0,14})$/.test(text)) return null;
  return Number(text);
}
