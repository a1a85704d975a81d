import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { buttonClass } from '@/app/_ui/button';
import { Panel } from '@/app/_ui/panel';
import { ActionForm } from '@/app/admin/_form/action-form';
import { FormSeen } from '@/app/admin/_form/controls';
import { SubmitButton } from '@/app/admin/_form/submit-button';
import { TheirsNotice } from '@/app/admin/_form/theirs-notice';
import { RestoreForm } from '@/app/admin/_services/archived-services';
import { ServiceFields } from '@/app/admin/_services/service-fields';
import { StatusSetNotice } from '@/app/admin/_services/status-set-notice';
import { StatusSwitch } from '@/app/admin/_services/status-switch';
import { PageTitle } from '@/app/admin/_shell/page-title';
import type { SearchParams } from '@/app/admin/_shell/search-params';
import { StickyBar } from '@/app/admin/_shell/sticky-bar';
import { requireAdmin } from '@/lib/auth/require-admin';
import { getServiceList } from '@/lib/queries/get-service-list';
import { editServiceAction, setServiceStatusAction } from '../actions';

export const metadata: Metadata = { title: 'Edit service' };

const labels = { name: 'Name', description: 'Description', groupId: 'Group', startDate: 'In service since' };

type ServicePageProps = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default async function ServicePage({ params, searchParams }: ServicePageProps) {
  const { id } = await params;
  await requireAdmin(`/admin/services/${id}`);
  const { groups, services } = await getServiceList();
  const service = services.find((service) => service.id === id);
  if (!service) notFound();
  const groupNames = Object.fromEntries(groups.map((group) => [group.id, group.name]));
  return (
    <div className="mx-auto max-w-2xl">
      <StatusSetNotice searchParams={searchParams} services={services} />
      <PageTitle back={{ href: '/admin/services', label: 'Services' }}>{service.name}</PageTitle>
      {service.archivedAt ? (
        <Panel className="mb-6 flex flex-wrap items-center justify-between gap-3 p-4">
          <p>This service is archived: visitors do not see it.</p>
          <RestoreForm service={service} />
        </Panel>
      ) : (
        <ActionForm action={setServiceStatusAction} label="Set the status" className="mb-6">
          <input type="hidden" name="from" value="service" />
          <h2 className="mb-2 font-semibold">What visitors see</h2>
          <StatusSwitch service={service} />
        </ActionForm>
      )}
      <h2 className="mb-3 font-semibold">Details</h2>
      <ActionForm action={editServiceAction} className="flex flex-col gap-5" label={`Edit ${service.name}`}>
        <TheirsNotice labels={labels} valueNames={groupNames} />
        <input type="hidden" name="serviceId" value={service.id} />
        <FormSeen name="seenUpdatedAt" value={service.updatedAt.toISOString()} />
        <ServiceFields groups={groups} service={service} />
        <StickyBar>
          <SubmitButton tone="primary" pending="Saving…" className="flex-1 sm:flex-none">
            Save service
          </SubmitButton>
          {service.archivedAt ? null : (
            <Link
              href={`/admin/services/${service.id}/archive`}
              className={`${buttonClass('danger')} min-h-11`}
            >
              Archive…
            </Link>
          )}
        </StickyBar>
      </ActionForm>
    </div>
  );
}
