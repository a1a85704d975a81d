'use client';

import { Panel } from '@/app/_ui/panel';
import { useWords } from '@/app/_words/words-provider';
import type { PublicIncident } from '@/lib/contracts/live-state';
import { useNow } from '../_time/clock';
import { formatTime } from '../_time/format-time';
import { useTimeZone } from '../_time/time-zone';
import { historyDays, historyEntries } from './history-days';
import { PastIncident } from './past-incident';

type IncidentHistoryProps = {
  incidents: readonly PublicIncident[];
  serviceNames: Record<string, string>;
  renderedAt: number;
};

/** Resolved incidents of the last 14 days, day by day; quiet days take one line together. */
export function IncidentHistory({ incidents, serviceNames, renderedAt }: IncidentHistoryProps) {
  const { t, locale } = useWords();
  const zone = useTimeZone();
  const now = useNow('minute', renderedAt);
  return (
    <section aria-labelledby="history" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="history" className="font-semibold text-lg">
          {t('incidents.past')}
        </h2>
        <a href="/history" className="text-link inline-flex min-h-6 items-center text-sm">
          {t('history.all')}
        </a>
      </div>
      {incidents.length === 0 ? (
        <p className="text-ink-soft">{t('incidents.noneInDays', { days: historyDays })}</p>
      ) : (
        <ol className="flex flex-col gap-4">
          {historyEntries(incidents, now, zone).map((entry) =>
            entry.kind === 'day' ? (
              <li key={entry.day} className="flex flex-col gap-2">
                <h3 className="font-medium text-ink-soft text-sm" suppressHydrationWarning>
                  {dayWords(entry.day, 'day', locale)}
                </h3>
                <Panel>
                  <ul className="divide-y divide-line">
                    {entry.incidents.map((incident) => (
                      <PastIncident
                        key={incident.id}
                        incident={incident}
                        serviceNames={serviceNames}
                        renderedAt={renderedAt}
                      />
                    ))}
                  </ul>
                </Panel>
              </li>
            ) : (
              <li key={entry.to} className="text-ink-faint text-sm" suppressHydrationWarning>
                {entry.from === entry.to
                  ? t('incidents.noneOn', { day: dayWords(entry.to, 'short-day', locale) })
                  : t('incidents.noneBetween', {
                      from: dayWords(entry.from, 'short-day', locale),
                      to: dayWords(entry.to, 'short-day', locale),
                    })}
              </li>
            ),
          )}
        </ol>
      )}
    </section>
  );
}

function dayWords(day: string, format: 'day' | 'short-day', locale: string): string {
  return formatTime(`${day}T12:00:00Z`, format, 'UTC', locale);
}
