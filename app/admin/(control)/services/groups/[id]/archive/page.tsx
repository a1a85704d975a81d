import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ConfirmForm } from '@/app/admin/_form/confirm-form';
import { PageTitle } from '@/app/admin/_shell/page-title';
import { requireAdmin } from '@/lib/auth/require-admin';
import { getServiceList } from '@/lib/queries/get-service-list';
import { archiveGroupAction } from '../../actions';

export const metadata: Metadata = { title: 'Archive group' };

export default async function ArchiveGroupPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireAdmin(`/admin/services/groups/${id}/archive`);
  const group = (await getServiceList()).groups.find((group) => group.id === id);
  if (!group) notFound();
  return (
    <div className="mx-auto max-w-2xl">
      <PageTitle>Archive the group “{group.name}”?</PageTitle>
      <ConfirmForm
        action={archiveGroupAction}
        hidden={{ groupId: id }}
        button="Archive group"
        back={`/admin/services/groups/${id}`}
      >
        Its services stay on the page, each on its own. A group can’t be restored; you can make a new one.
      </ConfirmForm>
    </div>
  );
}
