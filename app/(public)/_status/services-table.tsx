'use client';

import { Panel } from '@/app/_ui/panel';
import { useWords } from '@/app/_words/words-provider';
import type { PublicService } from '@/lib/contracts/live-state';
import { UptimeLegend } from '../_uptime/uptime-legend';
import { ServiceGroup } from './service-group';
import { serviceSections } from './service-groups';
import { ServiceRow } from './service-row';

type ServicesTableProps = { services: readonly PublicService[]; changedIds: ReadonlySet<string> };

/** Every service with its status, in rows by group. */
export function ServicesTable({ services, changedIds }: ServicesTableProps) {
  const { t } = useWords();
  if (services.length === 0) return null;
  return (
    <section aria-labelledby="services" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="services" className="font-semibold text-lg">
          {t('services.title')}
        </h2>
        <UptimeLegend />
      </div>
      <Panel className="divide-y divide-line overflow-hidden">
        {serviceSections(services).map((section) =>
          section.name ? (
            <ServiceGroup
              key={section.id}
              section={section}
              shownServices={services.length}
              changedIds={changedIds}
            />
          ) : (
            <ul key={section.id} className="divide-y divide-line">
              {section.services.map((service) => (
                <ServiceRow key={service.id} service={service} isChanged={changedIds.has(service.id)} />
              ))}
            </ul>
          ),
        )}
      </Panel>
    </section>
  );
}
