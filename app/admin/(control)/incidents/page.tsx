import type { Metadata } from 'next';
import Link from 'next/link';
import { Button, buttonClass } from '@/app/_ui/button';
import { Field } from '@/app/_ui/field';
import { Select } from '@/app/_ui/select';
import { IncidentRows } from '@/app/admin/_incidents/incident-rows';
import { Paging } from '@/app/admin/_incidents/paging';
import { DoneNotice } from '@/app/admin/_shell/done-notice';
import { PageTitle } from '@/app/admin/_shell/page-title';
import type { SearchParams } from '@/app/admin/_shell/search-params';
import { requireAdmin } from '@/lib/auth/require-admin';
import { getIncidentList } from '@/lib/queries/get-incident-list';

export const metadata: Metadata = { title: 'Incidents' };

const perPage = 25;
const states = { all: 'All', open: 'Open', resolved: 'Resolved' } as const;

export default async function IncidentsPage({ searchParams }: { searchParams: SearchParams }) {
  await requireAdmin('/admin/incidents');
  const asked = await searchParams;
  const state = asked.state === 'open' || asked.state === 'resolved' ? asked.state : 'all';
  const search = typeof asked.q === 'string' ? asked.q.trim().slice(0, 200) : '';
  const number = /^[1-9]\d{0,5}$/.test(String(asked.page)) ? Number(asked.page) : 1;
  const offset = (number - 1) * perPage;
  const { incidents, total } = await getIncidentList({
    state,
    ...(search && { search }),
    limit: perPage,
    offset,
  });
  return (
    <>
      <DoneNotice searchParams={searchParams} />
      <PageTitle
        action={
          <Link href="/admin/incidents/new" className={`${buttonClass('primary')} min-h-11`}>
            Open incident
          </Link>
        }
      >
        Incidents
      </PageTitle>
      <search>
        <form
          action="/admin/incidents"
          className="mb-4 grid grid-cols-[1fr_auto] items-end gap-3 sm:grid-cols-[1fr_10rem_auto]"
        >
          <div className="col-span-2 sm:col-span-1">
            <Field
              id="q"
              label="Search"
              type="search"
              defaultValue={search}
              maxLength={200}
              className="min-h-11"
            />
          </div>
          <Select id="state" label="Show" defaultValue={state} className="min-h-11">
            {Object.entries(states).map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </Select>
          <Button className="min-h-11">Search</Button>
        </form>
      </search>
      <IncidentRows incidents={incidents} isFiltered={search !== '' || state !== 'all'} />
      <Paging query={{ q: search, state }} number={number} pages={Math.ceil(total / perPage)} total={total} />
    </>
  );
}
