'use client';

import type { ReactNode } from 'react';
import { Notice } from '@/app/_ui/notice';
import { Panel } from '@/app/_ui/panel';
import { useWords } from '@/app/_words/words-provider';
import { useStatusStream } from '@/app/hooks/use-status-stream';
import { isOpen } from '@/lib/domain/incident';
import type { IncidentView } from '@/lib/queries/get-incident';
import { PageFrame } from '../_frame/page-frame';
import { ChangeAnnouncer } from '../_live/change-announcer';
import { ConnectionIndicator } from '../_live/connection-indicator';
import { PageRefresh } from '../_live/page-refresh';
import { useRecentChanges } from '../_live/use-recent-changes';
import { AffectedServices } from './affected-services';
import { IncidentInTab } from './incident-in-tab';
import { IncidentMeta } from './incident-meta';
import { IncidentProgress } from './incident-progress';
import { IncidentTimeline } from './incident-timeline';
import { StaleNotice } from './stale-notice';

type IncidentContentProps = {
  view: Omit<IncidentView, 'postMortem'>;
  /** Rendered by the server alone: it may be long, and comes with the page. */
  postMortem?: ReactNode;
  renderedAt: number;
};

/** One incident from beginning to end, kept live like the page it belongs to. */
export function IncidentContent({ view, postMortem, renderedAt }: IncidentContentProps) {
  const { t } = useWords();
  const { status, settled, ...stream } = useStatusStream(null);
  const changes = useRecentChanges(status).filter((change) => change.id === view.incident.id);
  const heard = status?.incidents.find(({ id }) => id === view.incident.id) ?? settled.get(view.incident.id);
  const incident = heard ?? view.incident;
  const isRemoved = heard === null;
  // A post-mortem is no part of the state.
  const isOutdated = !isOpen(incident) && incident.updatedAt !== view.incident.updatedAt;
  return (
    <PageFrame
      pageName={view.page.name}
      status={status?.statusLabel ?? null}
      renderedAt={renderedAt}
      indicator={<ConnectionIndicator {...stream} renderedAt={renderedAt} />}
    >
      <IncidentInTab incident={incident} pageName={view.page.name} />
      <StaleNotice state={status ?? {}} />
      {isRemoved ? <Notice tone="warning">{t('incident.removed')}</Notice> : null}
      <article aria-labelledby="incident-title" className="flex flex-col gap-5">
        <header className="flex flex-col gap-4">
          <div>
            <h1 id="incident-title" className="font-semibold text-2xl tracking-tight">
              <bdi>{incident.title}</bdi>
            </h1>
            <IncidentMeta incident={incident} renderedAt={renderedAt} />
          </div>
          <IncidentProgress status={incident.status} />
          {isOpen(incident) ? (
            <AffectedServices
              services={incident.services}
              serviceNames={view.serviceNames}
              label={t('incident.affected')}
            />
          ) : null}
        </header>
        {postMortem}
        <Panel className="px-4 py-5 sm:px-6">
          <h2 className={postMortem ? 'mb-4 font-semibold text-lg' : 'sr-only'}>{t('incident.updates')}</h2>
          <IncidentTimeline updates={incident.updates} serviceNames={view.serviceNames} isWhole />
        </Panel>
      </article>
      <p>
        <a href="/" className="text-link inline-flex min-h-6 items-center">
          {t('incident.backToAll')}
        </a>
      </p>
      {isOutdated ? <PageRefresh version={incident.updatedAt} /> : null}
      <ChangeAnnouncer changes={changes} />
    </PageFrame>
  );
}
