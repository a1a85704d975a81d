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

/** The months from the one of `first` to the one of `last` (days, YYYY-MM-DD), newest first, as YYYY-MM. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first.slice(0, 7); month <= last.slice(0, 7); month = dayAfterMonth(month).slice(0, 7)) {
    months.push(month);
  }
  return months.reverse();
}

/** The first day, YYYY-MM-DD, after a month, YYYY-MM. */
export function dayAfterMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
}
