import { classNames } from '@/app/_ui/class-names';
import { Markdown } from '@/app/_ui/markdown';
import { StatusIcon } from '@/app/_ui/status-icon';
import { maintenanceStatusWord } from '@/app/_ui/status-words';
import type { PublicMaintenance } from '@/lib/contracts/live-state';
import { isUnderWay } from '@/lib/domain/maintenance';
import { Moment } from '../_time/moment';
import { TimeWindow } from '../_time/time-window';

type MaintenanceCardProps = {
  maintenance: PublicMaintenance;
  serviceNames: Record<string, string>;
  changedIds: ReadonlySet<string>;
};

/** One maintenance: its window first, the services it touches, and what was said of it. */
export function MaintenanceCard({ maintenance, serviceNames, changedIds }: MaintenanceCardProps) {
  const { id, title, status, services, updates, scheduledStartAt, scheduledEndAt } = maintenance;
  const [latest, ...earlier] = updates;
  return (
    <article
      id={`maintenance-${id}`}
      aria-labelledby={`maintenance-${id}-title`}
      className={classNames(
        'flex gap-3 rounded-lg border bg-surface px-4 py-3.5 shadow-panel sm:px-5',
        isUnderWay(maintenance) ? 'border-maintenance-lamp/40' : 'border-line',
        changedIds.has(id) && 'animate-notice motion-reduce:bg-accent-tint',
      )}
    >
      <StatusIcon status="under_maintenance" className="mt-1" />
      <div className="min-w-0 flex-1">
        <h3 id={`maintenance-${id}-title`} dir="auto" className="font-semibold">
          {title}
        </h3>
        <p className="text-ink-soft text-sm">
          <span className="font-medium text-maintenance">{maintenanceStatusWord[status]}</span>
          {' · '}
          <TimeWindow from={scheduledStartAt} to={scheduledEndAt} />
        </p>
        {services.length > 0 ? (
          <p dir="auto" className="text-ink-soft text-sm">
            Affects {services.map((service) => serviceNames[service.id] ?? 'a former service').join(', ')}
          </p>
        ) : null}
        {latest ? (
          <div dir="auto" className="mt-2 max-w-[68ch]">
            <Markdown>{latest.body}</Markdown>
          </div>
        ) : null}
        {earlier.length > 0 ? (
          <details className="mt-1">
            <summary className="inline-flex min-h-8 items-center font-medium text-accent text-sm">
              {earlier.length === 1 ? 'One earlier update' : `${earlier.length} earlier updates`}
            </summary>
            <ol className="mt-1 flex flex-col gap-3 border-line border-s ps-4">
              {earlier.map((update) => (
                <li key={update.id}>
                  <p className="text-sm">
                    <span className="font-semibold">{maintenanceStatusWord[update.status]}</span>{' '}
                    <Moment at={update.createdAt} className="text-ink-faint" />
                  </p>
                  <Markdown>{update.body}</Markdown>
                </li>
              ))}
            </ol>
          </details>
        ) : null}
      </div>
    </article>
  );
}
