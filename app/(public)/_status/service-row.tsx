import { memo } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { StatusBadge } from '@/app/_ui/status-badge';
import type { PublicService } from '@/lib/contracts/live-state';

type ServiceRowProps = { service: PublicService; isChanged: boolean; isIndented?: boolean };

/** One service: name, what it is, and how it is. */
export const ServiceRow = memo(function ServiceRow({
  service,
  isChanged,
  isIndented = false,
}: ServiceRowProps) {
  const { name, description, status } = service;
  return (
    <li
      className={classNames(
        'flex min-h-[2.125rem] flex-wrap items-center gap-x-4 px-4 py-1 sm:flex-nowrap',
        isIndented && 'sm:ps-[2.375rem]',
        isChanged && 'animate-notice motion-reduce:bg-accent-tint/60',
      )}
      data-service={service.id}
      data-status={status}
    >
      <p className="min-w-0 flex-1 basis-28 sm:truncate">
        <bdi className="font-medium">{name}</bdi>
        {description ? (
          <span className="ms-2.5 hidden text-ink-faint text-sm sm:inline" title={description}>
            <bdi>{description}</bdi>
          </span>
        ) : null}
      </p>
      <StatusBadge status={status} className="flex-none" isQuiet={status === 'operational'} />
    </li>
  );
});
