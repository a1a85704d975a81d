'use client';

import { useState } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { StatusBadge } from '@/app/_ui/status-badge';
import { useWords } from '@/app/_words/words-provider';
import { worstStatus } from '@/lib/domain/service-status';
import { GroupBar } from '../_uptime/group-bar';
import { useAskUptime, useUptime } from '../_uptime/uptime-provider';
import { type ServiceSection, startsOpen } from './service-groups';
import { ServiceRow } from './service-row';

type ServiceGroupProps = {
  section: ServiceSection;
  shownServices: number;
  changedIds: ReadonlySet<string>;
};

/** A group that folds. It starts folded or not by its state; after that only the visitor moves it. */
export function ServiceGroup({ section, shownServices, changedIds }: ServiceGroupProps) {
  const { t } = useWords();
  const [isOpenAtFirst] = useState(() => startsOpen(section, shownServices));
  const isPartial = useUptime()?.isPartial;
  const askUptime = useAskUptime();
  const worst = worstStatus(section.services.map((service) => service.status));
  const affected = section.services.filter((service) => service.status !== 'operational').length;
  return (
    <div className="group/folding relative">
      <details
        open={isOpenAtFirst}
        className="group"
        onToggle={({ currentTarget }) => currentTarget.open && isPartial && askUptime()}
      >
        <summary className="flex min-h-8 items-center gap-2 bg-sunken/60 px-4 py-0.5 -outline-offset-2 hover:bg-sunken">
          <svg
            viewBox="0 0 16 16"
            aria-hidden="true"
            className="size-3.5 flex-none fill-none stroke-2 stroke-ink-faint transition-transform group-open:rotate-90 rtl:-scale-x-100 rtl:group-open:-rotate-90"
          >
            <path d="M6 3.5L10.5 8 6 12.5" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
          <h3 className="min-w-0 flex-1 font-semibold text-sm">
            <bdi>{section.name}</bdi>
          </h3>
          <StatusBadge
            status={worst}
            className={classNames('lg:w-44', affected === 0 && 'group-open:invisible')}
          >
            {affected > 0
              ? t('services.affected', { affected, total: section.services.length })
              : t('services.allOperational', { count: section.services.length })}
          </StatusBadge>
        </summary>
        <ul className="divide-y divide-line border-line border-t">
          {section.services.map((service) => (
            <ServiceRow
              key={service.id}
              service={service}
              isIndented
              isChanged={changedIds.has(service.id)}
            />
          ))}
        </ul>
      </details>
      <GroupBar section={section} />
    </div>
  );
}
