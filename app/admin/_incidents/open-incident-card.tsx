import Link from 'next/link';
import { Panel } from '@/app/_ui/panel';
import { Moment } from '@/app/(public)/_time/moment';
import type { Incident } from '@/lib/domain/incident';
import { IncidentBadges } from './incident-badges';
import { plainWords } from './plain-words';
import { QuickUpdate } from './quick-update';
import { ResolveForm } from './resolve-form';

type OpenIncidentCardProps = { incident: Incident; nameOf: (serviceId: string) => string };

/** An incident that still runs, with the two things a responder does to it most. */
export function OpenIncidentCard({ incident, nameOf }: OpenIncidentCardProps) {
  const latest = incident.updates[0];
  const names = incident.services.map((service) => nameOf(service.id));
  return (
    <Panel className="flex flex-col gap-3 p-4">
      <div>
        <h3 className="font-semibold text-lg">
          <Link
            href={`/admin/incidents/${incident.id}`}
            className="inline-flex min-h-11 items-center hover:underline"
          >
            {incident.title}
          </Link>
        </h3>
        <IncidentBadges incident={incident} />
        <p className="mt-1 text-ink-soft text-sm">
          Since <Moment at={incident.startedAt.toISOString()} />
          {names.length > 0 ? ` · ${names.join(', ')}` : null}
        </p>
      </div>
      {latest?.body ? (
        <p className="line-clamp-2 border-line border-s-2 ps-3 text-ink-soft text-sm">
          {plainWords(latest.body)}
        </p>
      ) : null}
      <div className="grid grid-cols-2 items-start gap-2">
        <QuickUpdate incident={incident} />
        <ResolveForm incident={incident} nameOf={nameOf} />
      </div>
    </Panel>
  );
}
