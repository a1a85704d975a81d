import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { buttonClass } from '@/app/_ui/button';
import { Panel } from '@/app/_ui/panel';
import { Moment } from '@/app/(public)/_time/moment';
import { IncidentBadges } from '@/app/admin/_incidents/incident-badges';
import { ResolveForm } from '@/app/admin/_incidents/resolve-form';
import { restoredWords } from '@/app/admin/_incidents/restored-words';
import { Timeline } from '@/app/admin/_incidents/timeline';
import { UpdateForm } from '@/app/admin/_incidents/update-form';
import { namesOf } from '@/app/admin/_services/names-of';
import { DoneNotice } from '@/app/admin/_shell/done-notice';
import { PageTitle } from '@/app/admin/_shell/page-title';
import type { SearchParams } from '@/app/admin/_shell/search-params';
import { requireAdmin } from '@/lib/auth/require-admin';
import { isOpen } from '@/lib/domain/incident';
import { getIncidentRecord } from '@/lib/queries/get-incident-record';
import { getServiceList } from '@/lib/queries/get-service-list';

export const metadata: Metadata = { title: 'Incident' };

type IncidentPageProps = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default async function IncidentPage({ params, searchParams }: IncidentPageProps) {
  const { id } = await params;
  await requireAdmin(`/admin/incidents/${id}`);
  const [incident, { groups, services }] = await Promise.all([getIncidentRecord(id), getServiceList()]);
  if (!incident) notFound();
  const nameOf = namesOf(services);
  const path = `/admin/incidents/${id}`;
  const link = `${buttonClass('quiet', 'small')} min-h-11`;
  return (
    <>
      <DoneNotice searchParams={searchParams} details={{ resolved: restoredWords(incident, services) }} />
      <PageTitle back={{ href: '/admin/incidents', label: 'Incidents' }}>{incident.title}</PageTitle>
      <div className="-mt-3 mb-4">
        <IncidentBadges incident={incident} />
        <p className="mt-1 text-ink-soft text-sm">
          Since <Moment at={incident.startedAt.toISOString()} />
          {incident.resolvedAt ? (
            <>
              , resolved <Moment at={incident.resolvedAt.toISOString()} />
            </>
          ) : null}
        </p>
        <div className="-mx-2.5 mt-1 flex flex-wrap">
          <Link href={`${path}/edit`} className={link}>
            Edit title and impact
          </Link>
          <a href={`/incidents/${id}`} className={link}>
            View on page
          </a>
          <Link href={`${path}/delete`} className={`${link} text-danger`}>
            Delete…
          </Link>
        </div>
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_1fr]">
        {isOpen(incident) ? (
          <div className="flex flex-col gap-4">
            <Panel className="p-4">
              <h2 className="mb-3 font-semibold text-lg">Post an update</h2>
              <UpdateForm key={incident.version} incident={incident} groups={groups} services={services} />
            </Panel>
            <Panel className="p-4">
              <h2 className="mb-3 font-semibold text-lg">Is it over?</h2>
              <ResolveForm incident={incident} nameOf={nameOf} />
            </Panel>
          </div>
        ) : null}
        <section aria-labelledby="timeline">
          <h2 id="timeline" className="mb-3 font-semibold text-lg">
            Timeline
          </h2>
          <Timeline incident={incident} nameOf={nameOf} />
        </section>
      </div>
    </>
  );
}
