import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ConfirmForm } from '@/app/admin/_form/confirm-form';
import { PageTitle } from '@/app/admin/_shell/page-title';
import { requireAdmin } from '@/lib/auth/require-admin';
import { getServiceList } from '@/lib/queries/get-service-list';
import { archiveServiceAction } from '../../actions';

export const metadata: Metadata = { title: 'Archive service' };

export default async function ArchiveServicePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireAdmin(`/admin/services/${id}/archive`);
  const service = (await getServiceList()).services.find((service) => service.id === id);
  if (!service) notFound();
  return (
    <div className="mx-auto max-w-2xl">
      <PageTitle>Archive “{service.name}”?</PageTitle>
      <ConfirmForm
        action={archiveServiceAction}
        hidden={{ serviceId: id }}
        button="Archive service"
        back={`/admin/services/${id}`}
      >
        Visitors no longer see it. Its history is kept, and you can restore it at any time.
      </ConfirmForm>
    </div>
  );
}
