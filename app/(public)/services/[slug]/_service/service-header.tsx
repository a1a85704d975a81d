import { classNames } from '@/app/_ui/class-names';
import { StatusBadge } from '@/app/_ui/status-badge';
import type { PublicService } from '@/lib/contracts/live-state';

/** What the service is, and how it is now. */
export function ServiceHeader({ service, isChanged }: { service: PublicService; isChanged: boolean }) {
  const { name, groupName, description, status } = service;
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {groupName ? (
          <p className="text-ink-faint text-sm">
            <bdi>{groupName}</bdi>
          </p>
        ) : null}
        <h1 className="font-semibold text-2xl tracking-tight">
          <bdi>{name}</bdi>
        </h1>
        {description ? (
          <p dir="auto" className="mt-1 text-ink-soft">
            {description}
          </p>
        ) : null}
      </div>
      <p
        className={classNames('rounded-md', isChanged && 'animate-notice motion-reduce:bg-accent-tint/60')}
        data-service={service.id}
        data-status={status}
      >
        <StatusBadge status={status} look="filled" />
      </p>
    </header>
  );
}
