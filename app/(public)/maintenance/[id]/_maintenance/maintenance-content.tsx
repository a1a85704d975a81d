'use client';

import { useState } from 'react';
import { buttonClass } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/notice';
import { Panel } from '@/app/_ui/panel';
import { StatusBadge } from '@/app/_ui/status-badge';
import { useWords } from '@/app/_words/words-provider';
import { usePageName } from '@/app/hooks/live-page';
import { useStatusStream } from '@/app/hooks/use-status-stream';
import { isUnderWay, maintenanceStatuses } from '@/lib/domain/maintenance';
import type { MaintenanceView } from '@/lib/queries/get-maintenance';
import { PageFrame } from '../../../_frame/page-frame';
import { TabIcon } from '../../../_frame/tab-icon';
import { ChangeAnnouncer } from '../../../_live/change-announcer';
import { ConnectionIndicator } from '../../../_live/connection-indicator';
import { PageRefresh } from '../../../_live/page-refresh';
import { useRecentChanges } from '../../../_live/use-recent-changes';
import { MaintenanceTimeline } from '../../../_status/maintenance-timeline';
import { MaintenanceWhen } from '../../../_status/maintenance-when';
import { ProgressLine } from '../../../_status/progress-line';
import { StaleNotice } from '../../../_status/stale-notice';
import { MaintenanceFacts } from './maintenance-facts';

type MaintenanceContentProps = { view: MaintenanceView; renderedAt: number };

/** One maintenance from its announcement to its end, kept live. */
export function MaintenanceContent({ view, renderedAt }: MaintenanceContentProps) {
  const { t } = useWords();
  const [isRemoved, setIsRemoved] = useState(false);
  const { status: state, settled: _, ...stream } = useStatusStream(null);
  const page = usePageName(view.page.name);
  const { id } = view.maintenance;
  const changes = useRecentChanges(state).filter((change) => change.id === id);
  const heard = state?.maintenances.find((one) => one.id === id);
  const maintenance = { ...view.maintenance, ...heard };
  const { title, status } = maintenance;
  const word = t(`maintenanceStatus.${status}`);
  // The state holds work until it ends: what became of it then, the server tells.
  const hasLeft = state !== null && !heard && status !== 'completed';
  return (
    <PageFrame
      pageName={view.page.name}
      status={state?.statusLabel ?? null}
      renderedAt={renderedAt}
      indicator={<ConnectionIndicator {...stream} renderedAt={renderedAt} />}
    >
      <title>{t('tab.incident', { status: word, title, page })}</title>
      <TabIcon status={isUnderWay(maintenance) ? 'under_maintenance' : 'operational'} />
      <StaleNotice state={state ?? {}} />
      {isRemoved ? <Notice tone="warning">{t('maintenance.removed')}</Notice> : null}
      <article aria-labelledby="maintenance-title" className="flex flex-col gap-5">
        <header className="flex flex-col gap-4">
          <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
            <div className="min-w-0">
              <h1 id="maintenance-title" className="font-semibold text-2xl tracking-tight">
                <bdi>{title}</bdi>
              </h1>
              <p className="mt-0.5 flex flex-wrap items-center gap-x-3 text-ink-soft text-sm">
                <StatusBadge status="under_maintenance">{t('historyKind.maintenance')}</StatusBadge>
                {isRemoved ? null : <MaintenanceWhen maintenance={maintenance} renderedAt={renderedAt} />}
              </p>
            </div>
            {status === 'completed' || isRemoved ? null : (
              <a
                href={`/maintenance/${id}/calendar.ics`}
                className={`${buttonClass('secondary', 'small')} print:hidden`}
              >
                {t('maintenance.calendar')}
              </a>
            )}
          </div>
          <ProgressLine
            label={t('incident.progress')}
            stops={maintenanceStatuses.map((stop) => t(`maintenanceStatus.${stop}`))}
            reached={maintenanceStatuses.indexOf(status)}
          />
          <MaintenanceFacts maintenance={maintenance} serviceNames={view.serviceNames} />
        </header>
        <Panel className="px-4 py-5 sm:px-6">
          <h2 className="sr-only">{t('incident.updates')}</h2>
          <MaintenanceTimeline updates={maintenance.updates} isWhole />
        </Panel>
      </article>
      <p className="print:hidden">
        <a href="/" className="text-link inline-flex min-h-6 items-center">
          {t('incident.backToAll')}
        </a>
      </p>
      {hasLeft ? <PageRefresh version={state.revision} onGone={() => setIsRemoved(true)} /> : null}
      <ChangeAnnouncer changes={changes} />
    </PageFrame>
  );
}
