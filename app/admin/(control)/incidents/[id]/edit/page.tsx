import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { impactWord } from '@/app/_ui/status-words';
import { ActionForm } from '@/app/admin/_form/action-form';
import { FormField, FormSeen } from '@/app/admin/_form/controls';
import { SubmitButton } from '@/app/admin/_form/submit-button';
import { TheirsNotice } from '@/app/admin/_form/theirs-notice';
import { ImpactSelect } from '@/app/admin/_incidents/impact-select';
import { PageTitle } from '@/app/admin/_shell/page-title';
import { StickyBar } from '@/app/admin/_shell/sticky-bar';
import { requireAdmin } from '@/lib/auth/require-admin';
import { getIncidentRecord } from '@/lib/queries/get-incident-record';
import { editIncidentAction } from '../../actions';

export const metadata: Metadata = { title: 'Edit incident' };

const labels = { title: 'Title', impactOverride: 'Impact' };

export default async function EditIncidentPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireAdmin(`/admin/incidents/${id}/edit`);
  const incident = await getIncidentRecord(id);
  if (!incident) notFound();
  return (
    <div className="mx-auto max-w-2xl">
      <PageTitle back={{ href: `/admin/incidents/${id}`, label: incident.title }}>Edit incident</PageTitle>
      <ActionForm action={editIncidentAction} className="flex flex-col gap-5" label="Edit incident">
        <TheirsNotice labels={labels} valueNames={{ ...impactWord, '': 'Follows the services' }} />
        <input type="hidden" name="incidentId" value={id} />
        <FormSeen name="version" value={String(incident.version)} />
        <FormField
          name="title"
          label="Title"
          defaultValue={incident.title}
          maxLength={200}
          autoComplete="off"
          className="min-h-11"
          required
        />
        <ImpactSelect defaultValue={incident.impactOverride ?? ''} />
        <StickyBar>
          <SubmitButton tone="primary" pending="Saving…" className="flex-1 sm:flex-none">
            Save
          </SubmitButton>
        </StickyBar>
      </ActionForm>
    </div>
  );
}
