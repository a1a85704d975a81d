import type { HistoryView } from '@/lib/contracts/history';

/** The address of the same question from another place on. */
export function historyAddress(
  asked: HistoryView['asked'],
  place: { before: string } | { after: string },
): string {
  const isFrom = { ...asked, ...place, month: '' };
  const said = Object.entries(isFrom).filter(([, value]) => value !== '');
  return `/history?${new URLSearchParams(said)}`;
}

/** Whether the address asks for less than everything. */
export function isNarrowed(asked: HistoryView['asked']): boolean {
  return Object.values(asked).some((value) => value !== '');
}
