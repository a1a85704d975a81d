import type { Metadata } from 'next';
import { ActionForm } from '@/app/admin/_form/action-form';
import { SubmitButton } from '@/app/admin/_form/submit-button';
import { ServiceFields } from '@/app/admin/_services/service-fields';
import { PageTitle } from '@/app/admin/_shell/page-title';
import { StickyBar } from '@/app/admin/_shell/sticky-bar';
import { requireAdmin } from '@/lib/auth/require-admin';
import { getServiceList } from '@/lib/queries/get-service-list';
import { createServiceAction } from '../actions';

export const metadata: Metadata = { title: 'New service' };

export default async function NewServicePage() {
  await requireAdmin('/admin/services/new');
  const { groups } = await getServiceList();
  return (
    <div className="mx-auto max-w-2xl">
      <PageTitle back={{ href: '/admin/services', label: 'Services' }}>New service</PageTitle>
      <ActionForm action={createServiceAction} className="flex flex-col gap-5" label="New service">
        <ServiceFields groups={groups} />
        <StickyBar>
          <SubmitButton tone="primary" pending="Creating…" className="flex-1 sm:flex-none">
            Create service
          </SubmitButton>
        </StickyBar>
      </ActionForm>
    </div>
  );
}
