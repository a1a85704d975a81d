import { memo } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { StatusBadge } from '@/app/_ui/status-badge';
import type { PublicService } from '@/lib/contracts/live-state';
import { ServiceBar } from '../_uptime/service-bar';

type ServiceRowProps = { service: PublicService; isChanged: boolean; isIndented?: boolean };

/** One service: name, what it is, and how it is. */
export const ServiceRow = memo(function ServiceRow({
  service,
  isChanged,
  isIndented = false,
}: ServiceRowProps) {
  const { id, name, slug, description, status } = service;
  return (
    <li
      className={classNames(
        'flex min-h-[2.125rem] flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 lg:flex-nowrap lg:py-1',
        isIndented && 'sm:ps-[2.375rem]',
        isChanged && 'animate-notice motion-reduce:bg-accent-tint/60',
      )}
      data-service={id}
      data-status={status}
    >
      <p className="flex min-w-0 flex-1 basis-28 items-baseline gap-2.5">
        <a href={`/services/${slug}`} className="font-medium underline-offset-4 hover:underline sm:truncate">
          <bdi>{name}</bdi>
        </a>
        {description ? (
          <span
            dir="auto"
            className="hidden min-w-0 flex-1 truncate text-ink-faint text-sm [[dir=ltr]_&]:text-left [[dir=rtl]_&]:text-right sm:block"
            title={description}
          >
            {description}
          </span>
        ) : null}
      </p>
      <ServiceBar id={id} name={name} />
      <StatusBadge status={status} className="flex-none lg:w-44" isQuiet={status === 'operational'} />
    </li>
  );
});
