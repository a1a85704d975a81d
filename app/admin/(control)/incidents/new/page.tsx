import type { Metadata } from 'next';
import { ActionForm } from '@/app/admin/_form/action-form';
import { FormField } from '@/app/admin/_form/controls';
import { MessageField } from '@/app/admin/_form/message-field';
import { SubmitButton } from '@/app/admin/_form/submit-button';
import { AffectedRow } from '@/app/admin/_incidents/affected-row';
import { WithSuggestedImpact } from '@/app/admin/_incidents/impact-select';
import { StatusRow } from '@/app/admin/_incidents/status-row';
import { ServiceSections } from '@/app/admin/_services/service-sections';
import { PageTitle } from '@/app/admin/_shell/page-title';
import { StickyBar } from '@/app/admin/_shell/sticky-bar';
import { requireAdmin } from '@/lib/auth/require-admin';
import { getServiceList } from '@/lib/queries/get-service-list';
import { openIncidentAction } from '../actions';

export const metadata: Metadata = { title: 'Open an incident' };

export default async function NewIncidentPage() {
  await requireAdmin('/admin/incidents/new');
  const { groups, services } = await getServiceList();
  return (
    <div className="mx-auto max-w-3xl">
      <PageTitle>Open an incident</PageTitle>
      <ActionForm action={openIncidentAction} className="flex flex-col gap-6" label="New incident">
        <FormField
          name="title"
          label="What is wrong"
          placeholder="Payments are failing"
          maxLength={200}
          autoComplete="off"
          enterKeyHint="next"
          className="min-h-11"
          required
        />
        <WithSuggestedImpact>
          <ServiceSections groups={groups} services={services} legend="Which services, and how hard">
            {(service) => <AffectedRow key={service.id} service={service} />}
          </ServiceSections>
          <MessageField
            label="Message to visitors"
            placeholder="We are looking into failing card payments and will write again within 30 minutes."
          />
          <StatusRow statuses={['investigating', 'identified', 'monitoring']} now="investigating" />
        </WithSuggestedImpact>
        <StickyBar>
          <SubmitButton tone="primary" pending="Publishing…" className="flex-1 sm:min-w-48 sm:flex-none">
            Publish
          </SubmitButton>
          <p className="text-ink-soft text-sm">Visitors see it at once.</p>
        </StickyBar>
      </ActionForm>
    </div>
  );
}
