'use client';

import { StatusBadge } from '@/app/_ui/status-badge';
import { useWords } from '@/app/_words/words-provider';
import type { MaintenanceRecord } from '@/lib/contracts/history';
import { isUnderWay } from '@/lib/domain/maintenance';
import { MaintenanceTimeline } from '../../_status/maintenance-timeline';
import { formatSpan } from '../../_time/format-time';
import { HistoryRow } from './history-row';

type HistoryMaintenanceProps = { maintenance: MaintenanceRecord; serviceNames: Record<string, string> };

/** Work of any time; what is under way says so. */
export function HistoryMaintenance({ maintenance, serviceNames }: HistoryMaintenanceProps) {
  const words = useWords();
  const { id, title, status, services, updates, completedAt } = maintenance;
  const began = maintenance.startedAt ?? maintenance.scheduledStartAt;
  const took = completedAt && formatSpan(Date.parse(completedAt) - Date.parse(began), words);
  const meta = (
    <>
      <StatusBadge status="under_maintenance">{words.t('historyKind.maintenance')}</StatusBadge>
      {isUnderWay(maintenance) ? (
        <strong className="font-semibold text-ink">{words.t(`maintenanceStatus.${status}`)}</strong>
      ) : null}
      {took ? <span>{words.t('maintenance.took', { span: took })}</span> : null}
    </>
  );
  return (
    <HistoryRow
      at={began}
      title={title}
      href={`/maintenance/${id}`}
      meta={meta}
      services={services}
      serviceNames={serviceNames}
      countOfUpdates={updates.length}
    >
      <MaintenanceTimeline updates={updates} />
    </HistoryRow>
  );
}
