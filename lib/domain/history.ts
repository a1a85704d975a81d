import type { Impact } from './incident';

export const historyKinds = ['incident', 'maintenance'] as const;
export type HistoryKind = (typeof historyKinds)[number];

/** What of the history is wanted; null wants all. An impact wants incidents alone, as work has none. */
export type HistoryFilter = {
  /** Words that the title or an update begins one of its own with; all of them in the same text. */
  words: string | null;
  serviceId: string | null;
  impact: Impact | null;
  kind: HistoryKind | null;
};

/** A place between two entries: newer ones were added meanwhile, and it is still the same place. */
export type HistoryPlace = { at: Date; id: string };

/** A place as text for addresses, such as `1772359200000-k2j4h5g6f7d8`. */
export function placeText({ at, id }: HistoryPlace): string {
  return `${at.getTime()}-${id}`;
}

/** Reads a place from an address; null for anything that is none. */
export function parsePlace(text: string): HistoryPlace | null {
  const [, ms, id] = /^(\d{1,15})-([a-z0-9]{1,40})$/.exec(text) ?? [];
  return ms && id ? { at: new Date(Number(ms)), id } : null;
}
