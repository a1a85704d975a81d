'use client';

import { Panel } from '@/app/_ui/panel';
import { useWords } from '@/app/_words/words-provider';
import type { HistoryEntry } from '@/lib/contracts/history';
import { dayOf, formatTime } from '../../_time/format-time';
import { HistoryIncident } from './history-incident';
import { HistoryMaintenance } from './history-maintenance';
import { beginningOf, idOf } from './live-entries';

type HistoryMonthsProps = {
  entries: readonly HistoryEntry[];
  timeZone: string;
  serviceNames: Record<string, string>;
  renderedAt: number;
};

/** Entries under the month, in the page's time zone, that they began in. */
export function HistoryMonths({ entries, timeZone, ...rest }: HistoryMonthsProps) {
  const { locale } = useWords();
  return [...byMonth(entries, timeZone)].map(([month, inMonth]) => (
    <section key={month} aria-labelledby={`month-${month}`} className="flex flex-col gap-2">
      <h2 id={`month-${month}`} className="font-semibold text-lg" suppressHydrationWarning>
        {formatTime(`${month}-15T12:00:00Z`, 'month', 'UTC', locale)}
      </h2>
      <Panel>
        <ul className="divide-y divide-line">
          {inMonth.map((entry) => (
            <li key={idOf(entry)} className="px-4 py-2.5 sm:px-5">
              {entry.kind === 'incident' ? (
                <HistoryIncident incident={entry.incident} {...rest} />
              ) : (
                <HistoryMaintenance maintenance={entry.maintenance} {...rest} />
              )}
            </li>
          ))}
        </ul>
      </Panel>
    </section>
  ));
}

function byMonth(entries: readonly HistoryEntry[], timeZone: string): Map<string, HistoryEntry[]> {
  const months = new Map<string, HistoryEntry[]>();
  for (const entry of entries) {
    const month = dayOf(beginningOf(entry), timeZone).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  return months;
}
