'use client';

import { useMemo } from 'react';
import { useWords } from '@/app/_words/words-provider';
import type { StatusState } from '@/lib/contracts/live-state';
import type { SettledIncidents } from '@/lib/live/client/settled-incidents';
import type { ServiceView } from '@/lib/queries/get-service';
import { historyAddress } from '../../../history/_history/history-address';
import { HistoryMonths } from '../../../history/_history/history-months';
import { liveEntries } from '../../../history/_history/live-entries';

type ServiceHistoryProps = {
  view: ServiceView;
  /** What of the state is about this service. */
  state: StatusState | null;
  settled: SettledIncidents;
  serviceNames: Record<string, string>;
  renderedAt: number;
};

const nothingAsked = { q: '', service: '', impact: '', kind: '', month: '' };

/** What happened to the service, by month; what is older is in the history. */
export function ServiceHistory({ view, state, settled, serviceNames, renderedAt }: ServiceHistoryProps) {
  const { t } = useWords();
  const { entries, older } = view.history;
  const shown = useMemo(
    () => liveEntries({ entries, asked: nothingAsked, newer: null }, state, settled),
    [entries, state, settled],
  );
  if (shown.length === 0) return <p className="text-ink-soft">{t('service.noEvents')}</p>;
  return (
    <>
      <HistoryMonths
        entries={shown}
        timeZone={view.page.timeZone}
        serviceNames={serviceNames}
        renderedAt={renderedAt}
      />
      {older ? (
        <p>
          <a
            href={historyAddress({ ...nothingAsked, service: view.service.slug }, { before: older })}
            className="text-link inline-flex min-h-6 items-center"
          >
            {t('history.older')}
          </a>
        </p>
      ) : null}
    </>
  );
}
