import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ActionForm } from '@/app/admin/_form/action-form';
import { FormSeen } from '@/app/admin/_form/controls';
import { MessageField } from '@/app/admin/_form/message-field';
import { SubmitButton } from '@/app/admin/_form/submit-button';
import { TheirsNotice } from '@/app/admin/_form/theirs-notice';
import { PageTitle } from '@/app/admin/_shell/page-title';
import { StickyBar } from '@/app/admin/_shell/sticky-bar';
import { requireAdmin } from '@/lib/auth/require-admin';
import { getIncidentRecord } from '@/lib/queries/get-incident-record';
import { editIncidentUpdateAction } from '../../../actions';

export const metadata: Metadata = { title: 'Edit update' };

type EditUpdatePageProps = { params: Promise<{ id: string; updateId: string }> };

export default async function EditUpdatePage({ params }: EditUpdatePageProps) {
  const { id, updateId } = await params;
  await requireAdmin(`/admin/incidents/${id}/updates/${updateId}`);
  const incident = await getIncidentRecord(id);
  const update = incident?.updates.find((update) => update.id === updateId);
  if (!incident || !update) notFound();
  return (
    <div className="mx-auto max-w-2xl">
      <PageTitle back={{ href: `/admin/incidents/${id}`, label: incident.title }}>Edit update</PageTitle>
      <ActionForm action={editIncidentUpdateAction} className="flex flex-col gap-5" label="Edit update">
        <TheirsNotice labels={{ body: 'Message' }} />
        <input type="hidden" name="incidentId" value={id} />
        <input type="hidden" name="updateId" value={updateId} />
        <FormSeen name="seenUpdatedAt" value={update.updatedAt.toISOString()} />
        <MessageField
          label="Message to visitors"
          hint="Visitors see the new words in place of the old ones, at the old time."
          defaultValue={update.body}
        />
        <StickyBar>
          <SubmitButton tone="primary" pending="Saving…" className="flex-1 sm:flex-none">
            Save
          </SubmitButton>
        </StickyBar>
      </ActionForm>
    </div>
  );
}
