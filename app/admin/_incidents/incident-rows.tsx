import Link from 'next/link';
import { Panel } from '@/app/_ui/panel';
import { Moment } from '@/app/(public)/_time/moment';
import type { Incident } from '@/lib/domain/incident';
import { IncidentBadges } from './incident-badges';

type IncidentRowsProps = { incidents: readonly Incident[]; isFiltered: boolean };

/** Incidents one under the other, newest first. */
export function IncidentRows({ incidents, isFiltered }: IncidentRowsProps) {
  if (incidents.length === 0) {
    return (
      <p className="py-6 text-ink-soft">
        {isFiltered ? 'Nothing matches.' : 'There has been no incident yet.'}
      </p>
    );
  }
  return (
    <Panel>
      <ul className="divide-y divide-line">
        {incidents.map((incident) => (
          <li key={incident.id} className="relative px-4 pt-0.5 pb-2.5 hover:bg-sunken">
            <Link
              href={`/admin/incidents/${incident.id}`}
              className="-mb-1 inline-flex min-h-11 items-center font-medium after:absolute after:inset-0"
            >
              {incident.title}
            </Link>
            <div className="flex flex-wrap items-center justify-between gap-x-4">
              <IncidentBadges incident={incident} />
              <span className="text-ink-soft text-sm">
                <Moment at={incident.startedAt.toISOString()} />
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
