'use client';

import { Panel } from '@/app/_ui/panel';
import { useWords } from '@/app/_words/words-provider';
import type { PublicMaintenance } from '@/lib/contracts/live-state';
import { isUnderWay } from '@/lib/domain/maintenance';
import { MaintenanceCard } from './maintenance-card';

type MaintenanceListProps = {
  maintenances: readonly PublicMaintenance[];
  serviceNames: Record<string, string>;
  changedIds: ReadonlySet<string>;
  renderedAt: number;
};

/** Work on services: what is under way first, then what is to come. */
export function MaintenanceList({ maintenances, ...rest }: MaintenanceListProps) {
  const { t } = useWords();
  const underWay = maintenances.filter(isUnderWay);
  const upcoming = maintenances.filter((maintenance) => maintenance.status === 'scheduled');
  return (
    <>
      <Maintenances id="maintenance" title={t('maintenance.underWay')} maintenances={underWay} {...rest} />
      <Maintenances id="upcoming" title={t('maintenance.scheduled')} maintenances={upcoming} {...rest} />
    </>
  );
}

function Maintenances({
  id,
  title,
  maintenances,
  ...rest
}: MaintenanceListProps & { id: string; title: string }) {
  if (maintenances.length === 0) return null;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h2 id={id} className="font-semibold text-lg">
        {title}
      </h2>
      <Panel className="divide-y divide-line">
        {maintenances.map((maintenance) => (
          <MaintenanceCard key={maintenance.id} maintenance={maintenance} {...rest} />
        ))}
      </Panel>
    </section>
  );
}
