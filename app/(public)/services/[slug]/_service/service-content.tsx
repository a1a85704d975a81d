'use client';

import { useMemo, useState } from 'react';
import { Notice } from '@/app/_ui/notice';
import { useWords } from '@/app/_words/words-provider';
import { usePageName } from '@/app/hooks/live-page';
import { useStatusStream } from '@/app/hooks/use-status-stream';
import type { StatusState } from '@/lib/contracts/live-state';
import type { ServiceView } from '@/lib/queries/get-service';
import { PageFrame } from '../../../_frame/page-frame';
import { TabIcon } from '../../../_frame/tab-icon';
import { ChangeAnnouncer } from '../../../_live/change-announcer';
import { ConnectionIndicator } from '../../../_live/connection-indicator';
import { PageRefresh } from '../../../_live/page-refresh';
import { useRecentChanges } from '../../../_live/use-recent-changes';
import { MaintenanceList } from '../../../_status/maintenance-list';
import { StaleNotice } from '../../../_status/stale-notice';
import { UptimeProvider } from '../../../_uptime/uptime-provider';
import { ServiceHeader } from './service-header';
import { ServiceHistory } from './service-history';
import { ServiceUptime } from './service-uptime';

type ServiceContentProps = { view: ServiceView; renderedAt: number };

/** One service: how it is, how it was, and what happened to it, kept live. */
export function ServiceContent({ view, renderedAt }: ServiceContentProps) {
  const { t } = useWords();
  const [isRemoved, setIsRemoved] = useState(false);
  const { status: state, settled, ...stream } = useStatusStream(null);
  const { id } = view.service;
  const its = useMemo(() => state && concerning(state, id), [state, id]);
  const changes = useRecentChanges(its);
  const service = its?.services[0] ?? view.service;
  const page = usePageName(view.page.name);
  const serviceNames = useMemo(
    () => ({
      ...view.serviceNames,
      ...Object.fromEntries(state?.services.map(({ id, name }) => [id, name]) ?? []),
    }),
    [view.serviceNames, state],
  );
  return (
    <PageFrame
      pageName={view.page.name}
      status={state?.statusLabel ?? null}
      renderedAt={renderedAt}
      indicator={<ConnectionIndicator {...stream} renderedAt={renderedAt} />}
    >
      <title>{t('tab.incident', { status: t(`status.${service.status}`), title: service.name, page })}</title>
      <TabIcon status={service.status} />
      <StaleNotice state={state ?? {}} />
      {isRemoved ? <Notice tone="warning">{t('service.removed')}</Notice> : null}
      <ServiceHeader service={service} isChanged={changes.some((change) => change.id === id)} />
      <UptimeProvider uptime={view.uptime} revision={state?.revision ?? view.revision}>
        <ServiceUptime view={view} />
      </UptimeProvider>
      <MaintenanceList
        maintenances={its?.maintenances ?? view.maintenances}
        serviceNames={serviceNames}
        changedIds={new Set(changes.map((change) => change.id))}
        renderedAt={renderedAt}
      />
      <ServiceHistory view={view} state={its} {...{ settled, serviceNames, renderedAt }} />
      <p>
        <a href="/" className="text-link inline-flex min-h-6 items-center">
          {t('incident.backToAll')}
        </a>
      </p>
      {its?.services.length === 0 ? (
        // It is archived, or hidden because it is well again: the server tells.
        <PageRefresh version={its.revision} onGone={() => setIsRemoved(true)} />
      ) : null}
      <ChangeAnnouncer changes={changes} />
    </PageFrame>
  );
}

/** What of the state is about one service. */
function concerning(state: StatusState, serviceId: string): StatusState {
  const isAbout = ({ services }: { services: { id: string }[] }) =>
    services.some(({ id }) => id === serviceId);
  return {
    ...state,
    services: state.services.filter(({ id }) => id === serviceId),
    incidents: state.incidents.filter(isAbout),
    maintenances: state.maintenances.filter(isAbout),
  };
}
