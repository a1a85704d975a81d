import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ConfirmForm } from '@/app/admin/_form/confirm-form';
import { PageTitle } from '@/app/admin/_shell/page-title';
import { requireAdmin } from '@/lib/auth/require-admin';
import { getIncidentRecord } from '@/lib/queries/get-incident-record';
import { removeIncidentAction } from '../../actions';

export const metadata: Metadata = { title: 'Delete incident' };

export default async function DeleteIncidentPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireAdmin(`/admin/incidents/${id}/delete`);
  const incident = await getIncidentRecord(id);
  if (!incident) notFound();
  const updates = incident.updates.length === 1 ? 'its update' : `its ${incident.updates.length} updates`;
  return (
    <div className="mx-auto max-w-2xl">
      <PageTitle>Delete “{incident.title}”?</PageTitle>
      <ConfirmForm
        action={removeIncidentAction}
        hidden={{ incidentId: id }}
        button="Delete for good"
        back={`/admin/incidents/${id}`}
      >
        The incident and {updates} disappear from the page and its history, and its services fall back to what
        else holds for them. If it is over, resolve it instead. This can’t be undone.
      </ConfirmForm>
    </div>
  );
}
