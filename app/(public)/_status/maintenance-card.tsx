'use client';

import { classNames } from '@/app/_ui/class-names';
import { StatusIcon } from '@/app/_ui/status-icon';
import { useWords } from '@/app/_words/words-provider';
import type { PublicMaintenance } from '@/lib/contracts/live-state';
import { isUnderWay } from '@/lib/domain/maintenance';
import { TimeWindow } from '../_time/time-window';
import { MaintenanceUpdates } from './maintenance-updates';
import { MaintenanceWhen } from './maintenance-when';

type MaintenanceCardProps = {
  maintenance: PublicMaintenance;
  serviceNames: Record<string, string>;
  changedIds: ReadonlySet<string>;
  renderedAt: number;
};

/** One maintenance: its window, the services it touches, and what was said of it; folded while it is to come. */
export function MaintenanceCard({ maintenance, serviceNames, changedIds, renderedAt }: MaintenanceCardProps) {
  const { id, title, status, services, updates, scheduledStartAt, scheduledEndAt } = maintenance;
  const { t } = useWords();
  const names = services.map((service) => serviceNames[service.id] ?? t('services.former'));
  const serviceWords =
    names.length > 0 ? t('maintenance.affects', { names: names.join(t('list.separator')) }) : null;
  return (
    <article
      id={`maintenance-${id}`}
      aria-labelledby={`maintenance-${id}-title`}
      className={classNames(
        'flex gap-2.5 px-4 py-2.5',
        changedIds.has(id) && 'animate-notice motion-reduce:bg-accent-tint/60',
      )}
    >
      <StatusIcon status="under_maintenance" className="mt-1" />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h3 id={`maintenance-${id}-title`} className="font-semibold">
            <a href={`/maintenance/${id}`} className="underline-offset-4 hover:underline">
              <bdi>{title}</bdi>
            </a>
          </h3>
          <p className="text-sm">
            {status === 'scheduled' ? null : (
              <span className="font-medium text-maintenance">{t(`maintenanceStatus.${status}`)} · </span>
            )}
            <TimeWindow from={scheduledStartAt} to={scheduledEndAt} />
            <span className="text-ink-faint">
              {' · '}
              <MaintenanceWhen maintenance={maintenance} renderedAt={renderedAt} />
            </span>
          </p>
        </div>
        <MaintenanceUpdates
          updates={updates}
          serviceWords={serviceWords}
          isFolded={!isUnderWay(maintenance)}
        />
      </div>
    </article>
  );
}
