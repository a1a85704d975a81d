import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/app/_ui/button';
import { Panel } from '@/app/_ui/panel';
import { OpenIncidentCard } from '@/app/admin/_incidents/open-incident-card';
import { namesOf } from '@/app/admin/_services/names-of';
import { ServiceBoard } from '@/app/admin/_services/service-board';
import { StatusSetNotice } from '@/app/admin/_services/status-set-notice';
import { DoneNotice } from '@/app/admin/_shell/done-notice';
import { PageTitle } from '@/app/admin/_shell/page-title';
import type { SearchParams } from '@/app/admin/_shell/search-params';
import { requireAdmin } from '@/lib/auth/require-admin';
import { getIncidentList } from '@/lib/queries/get-incident-list';
import { getPage } from '@/lib/queries/get-page';
import { getServiceList } from '@/lib/queries/get-service-list';

export const metadata: Metadata = { title: { absolute: 'Control room' } };

/** More open incidents than this at once are read in the list. */
const mostCards = 20;

export default async function NowPage({ searchParams }: { searchParams: SearchParams }) {
  await requireAdmin('/admin');
  const [{ incidents, total }, { groups, services }, page] = await Promise.all([
    getIncidentList({ state: 'open', limit: mostCards, offset: 0 }),
    getServiceList(),
    getPage(),
  ]);
  const nameOf = namesOf(services);
  return (
    <>
      <DoneNotice searchParams={searchParams} />
      <StatusSetNotice searchParams={searchParams} services={services} />
      <PageTitle
        action={
          <Link
            href="/admin/incidents/new"
            className={`${buttonClass('primary')} min-h-12 w-full text-base sm:w-auto sm:px-6`}
          >
            Open incident
          </Link>
        }
      >
        {page.name}
      </PageTitle>
      <div className="flex flex-col gap-8">
        <section aria-labelledby="open-incidents">
          <h2 id="open-incidents" className="mb-3 font-semibold text-lg">
            {total === 0 ? 'No open incidents' : total === 1 ? '1 open incident' : `${total} open incidents`}
          </h2>
          <ul className="grid gap-3">
            {incidents.map((incident) => (
              <li key={incident.id}>
                <OpenIncidentCard incident={incident} nameOf={nameOf} />
              </li>
            ))}
          </ul>
          {total > mostCards ? (
            <Link href="/admin/incidents?state=open" className="text-link inline-flex min-h-11 items-center">
              All {total} open incidents
            </Link>
          ) : null}
        </section>
        <section aria-labelledby="services">
          <h2 id="services" className="mb-3 font-semibold text-lg">
            Services
          </h2>
          <Panel>
            <ServiceBoard groups={groups} services={services} />
          </Panel>
        </section>
      </div>
    </>
  );
}
