'use client';

import { useMemo } from 'react';
import { useStatusStream } from '@/app/hooks/use-status-stream';
import type { StatusSnapshot } from '@/lib/contracts/live-state';
import type { Uptime } from '@/lib/contracts/uptime';
import { withSettled } from '@/lib/live/client/settled-incidents';
import { PageFrame } from '../_frame/page-frame';
import { StateInTab } from '../_frame/state-in-tab';
import { ChangeAnnouncer } from '../_live/change-announcer';
import { ChangeNotice } from '../_live/change-notice';
import { ConnectionIndicator } from '../_live/connection-indicator';
import { useRecentChanges } from '../_live/use-recent-changes';
import { UptimeProvider } from '../_uptime/uptime-provider';
import { IncidentHistory } from './incident-history';
import { IncidentsTable } from './incidents-table';
import { MaintenanceList } from './maintenance-list';
import { Overview } from './overview';
import { ServicesTable } from './services-table';
import { StaleNotice } from './stale-notice';

type StatusContentProps = { snapshot: StatusSnapshot; uptime?: Uptime | null; renderedAt: number };

/** The whole page: the state the server rendered, kept live from there on. */
export function StatusContent({ snapshot, uptime = null, renderedAt }: StatusContentProps) {
  const { status, settled, ...stream } = useStatusStream(snapshot.state);
  const state = status ?? snapshot.state;
  const changes = useRecentChanges(state);
  const changedIds = useMemo(() => new Set(changes.map((change) => change.id)), [changes]);
  const history = useMemo(
    () => withSettled(snapshot.history, settled, state.incidents),
    [snapshot.history, settled, state.incidents],
  );
  const serviceNames = useMemo(
    () => ({
      ...snapshot.serviceNames,
      ...Object.fromEntries(state.services.map(({ id, name }) => [id, name])),
    }),
    [snapshot.serviceNames, state.services],
  );
  const shared = { serviceNames, changedIds };
  return (
    <PageFrame
      pageName={snapshot.page.name}
      status={state.statusLabel}
      isHome
      renderedAt={renderedAt}
      indicator={<ConnectionIndicator {...stream} renderedAt={renderedAt} />}
    >
      <StateInTab status={state.statusLabel} title={snapshot.page.name} />
      <StaleNotice state={state} />
      <Overview state={state} />
      <IncidentsTable incidents={state.incidents} renderedAt={renderedAt} {...shared} />
      <MaintenanceList maintenances={state.maintenances} renderedAt={renderedAt} {...shared} />
      <UptimeProvider uptime={uptime} revision={state.revision}>
        <ServicesTable services={state.services} changedIds={changedIds} />
      </UptimeProvider>
      <IncidentHistory incidents={history} serviceNames={serviceNames} renderedAt={renderedAt} />
      <ChangeAnnouncer changes={changes} />
      <ChangeNotice changes={changes} />
    </PageFrame>
  );
}
