'use client';

import { useWords } from '@/app/_words/words-provider';
import type { PublicIncident } from '@/lib/contracts/live-state';
import { impacts, isOpen } from '@/lib/domain/incident';
import { IncidentCard } from './incident-card';

type IncidentsTableProps = {
  incidents: readonly PublicIncident[];
  serviceNames: Record<string, string>;
  changedIds: ReadonlySet<string>;
  renderedAt: number;
};

/** What is wrong right now: every open incident with its timeline, the worst first, and of the same impact the newest. */
export function IncidentsTable({ incidents, ...rest }: IncidentsTableProps) {
  const { t } = useWords();
  const open = incidents.filter(isOpen).sort(byImpact);
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="incidents" className="flex flex-col gap-3">
      <h2 id="incidents" className="font-semibold text-lg">
        {t('incidents.open', { count: open.length })}
      </h2>
      {open.map((incident) => (
        <IncidentCard key={incident.id} incident={incident} {...rest} />
      ))}
    </section>
  );
}

const byImpact = (a: PublicIncident, b: PublicIncident) =>
  impacts.indexOf(b.impact) - impacts.indexOf(a.impact);
