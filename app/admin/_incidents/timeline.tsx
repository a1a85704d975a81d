import Link from 'next/link';
import { Markdown } from '@/app/_ui/markdown';
import { StatusBadge } from '@/app/_ui/status-badge';
import { incidentStatusWord } from '@/app/_ui/status-words';
import { Moment } from '@/app/(public)/_time/moment';
import type { Incident } from '@/lib/domain/incident';

type TimelineProps = { incident: Incident; nameOf: (serviceId: string) => string };

/** Everything visitors were told, newest first. */
export function Timeline({ incident, nameOf }: TimelineProps) {
  return (
    <ol className="flex flex-col gap-4 border-line border-s-2 ps-4">
      {incident.updates.map((update) => (
        <li key={update.id}>
          <div className="flex items-center justify-between gap-3">
            <h3 className="font-semibold">
              {incidentStatusWord[update.status]}{' '}
              <span className="font-normal text-ink-soft text-sm">
                <Moment at={update.createdAt.toISOString()} />
              </span>
            </h3>
            <Link
              href={`/admin/incidents/${incident.id}/updates/${update.id}`}
              className="text-link -my-2 inline-flex min-h-11 items-center px-2 text-sm"
            >
              Edit<span className="sr-only"> the update “{incidentStatusWord[update.status]}”</span>
            </Link>
          </div>
          {update.body ? (
            <Markdown>{update.body}</Markdown>
          ) : (
            <p className="text-ink-soft text-sm">No message.</p>
          )}
          {update.services.length > 0 ? (
            <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
              {update.services.map((service) => (
                <li key={service.id} className="flex items-center gap-1.5 text-sm">
                  {nameOf(service.id)} <StatusBadge status={service.status} />
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
