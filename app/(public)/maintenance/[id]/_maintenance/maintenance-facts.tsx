'use client';

import type { ReactNode } from 'react';
import { useWords } from '@/app/_words/words-provider';
import type { MaintenanceRecord } from '@/lib/contracts/history';
import { isUnderWay } from '@/lib/domain/maintenance';
import { AffectedServices } from '../../../_status/affected-services';
import { formatSpan } from '../../../_time/format-time';
import { Moment } from '../../../_time/moment';
import { TimeWindow } from '../../../_time/time-window';

type MaintenanceFactsProps = { maintenance: MaintenanceRecord; serviceNames: Record<string, string> };

/** What was planned, what became of it, and what it touches. */
export function MaintenanceFacts({ maintenance, serviceNames }: MaintenanceFactsProps) {
  const words = useWords();
  const { t } = words;
  const { startedAt, completedAt, scheduledStartAt, scheduledEndAt, services } = maintenance;
  const names = services.map(({ id }) => serviceNames[id] ?? t('services.former'));
  return (
    <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[auto_1fr]">
      <Fact name={t('maintenance.window')}>
        <TimeWindow from={scheduledStartAt} to={scheduledEndAt} />
      </Fact>
      {startedAt ? (
        <Fact name={t('maintenance.began')}>
          <Moment at={startedAt} withZone />
        </Fact>
      ) : null}
      {startedAt && completedAt ? (
        <Fact name={t('maintenance.ended')}>
          <Moment at={completedAt} withZone />
          {t('list.separator')}
          {t('maintenance.took', {
            span: formatSpan(Date.parse(completedAt) - Date.parse(startedAt), words),
          })}
        </Fact>
      ) : null}
      {services.length > 0 ? (
        <Fact name={t('incident.affected')}>
          {isUnderWay(maintenance) ? (
            <AffectedServices
              services={services}
              serviceNames={serviceNames}
              label={t('incident.affected')}
            />
          ) : (
            <span dir="auto">{names.join(t('list.separator'))}</span>
          )}
        </Fact>
      ) : null}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-faint">{name}</dt>
      <dd className="-mt-2 sm:mt-0">{children}</dd>
    </>
  );
}
