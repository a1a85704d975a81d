'use client';

import { useMemo } from 'react';
import { Notice } from '@/app/_ui/notice';
import { useWords } from '@/app/_words/words-provider';
import { usePageName } from '@/app/hooks/live-page';
import { useStatusStream } from '@/app/hooks/use-status-stream';
import type { HistoryView } from '@/lib/contracts/history';
import { PageFrame } from '../../_frame/page-frame';
import { TabIcon } from '../../_frame/tab-icon';
import { ChangeAnnouncer } from '../../_live/change-announcer';
import { ConnectionIndicator } from '../../_live/connection-indicator';
import { PageRefresh } from '../../_live/page-refresh';
import { useRecentChanges } from '../../_live/use-recent-changes';
import { StaleNotice } from '../../_status/stale-notice';
import { HistoryFilters } from './history-filters';
import { HistoryMonths } from './history-months';
import { HistoryPages } from './history-pages';
import { idOf, isOutdated, liveEntries } from './live-entries';
import { NothingHere } from './nothing-here';

type HistoryContentProps = { view: HistoryView; renderedAt: number };

/** A page of the history with the form that asks for it, its entries kept live. */
export function HistoryContent({ view, renderedAt }: HistoryContentProps) {
  const { t } = useWords();
  const page = usePageName(view.page.name);
  const { status, settled, ...stream } = useStatusStream(null);
  const entries = useMemo(() => liveEntries(view, status, settled), [view, status, settled]);
  const shown = new Set(entries.map(idOf));
  const changes = useRecentChanges(status).filter(({ id }) => shown.has(id));
  return (
    <PageFrame
      pageName={view.page.name}
      status={status?.statusLabel ?? null}
      renderedAt={renderedAt}
      indicator={<ConnectionIndicator {...stream} renderedAt={renderedAt} />}
    >
      <title>{t('tab.page', { status: t('history.title'), page })}</title>
      {status ? <TabIcon status={status.statusLabel} /> : null}
      <StaleNotice state={status ?? {}} />
      <header className="flex flex-col gap-4">
        <h1 className="font-semibold text-2xl tracking-tight">{t('history.title')}</h1>
        {view.isPartial ? null : <HistoryFilters view={view} />}
      </header>
      {view.isPartial ? <Notice tone="warning">{t('history.partial')}</Notice> : null}
      {view.unread.length > 0 ? (
        <Notice tone="warning">
          {t('history.unread', { names: view.unread.join(t('list.separator')) })}
        </Notice>
      ) : null}
      {entries.length === 0 ? <NothingHere view={view} /> : null}
      <HistoryMonths
        entries={entries}
        timeZone={view.page.timeZone}
        serviceNames={view.serviceNames}
        renderedAt={renderedAt}
      />
      <HistoryPages view={view} />
      {status && isOutdated(entries, status) ? <PageRefresh version={status.revision} /> : null}
      <ChangeAnnouncer changes={changes} />
    </PageFrame>
  );
}
