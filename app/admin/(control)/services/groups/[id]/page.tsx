import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { buttonClass } from '@/app/_ui/button';
import { ActionForm } from '@/app/admin/_form/action-form';
import { SubmitButton } from '@/app/admin/_form/submit-button';
import { GroupFields } from '@/app/admin/_services/group-fields';
import { PageTitle } from '@/app/admin/_shell/page-title';
import { StickyBar } from '@/app/admin/_shell/sticky-bar';
import { requireAdmin } from '@/lib/auth/require-admin';
import { getServiceList } from '@/lib/queries/get-service-list';
import { editGroupAction } from '../actions';

export const metadata: Metadata = { title: 'Edit group' };

export default async function GroupPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireAdmin(`/admin/services/groups/${id}`);
  const group = (await getServiceList()).groups.find((group) => group.id === id);
  if (!group) notFound();
  return (
    <div className="mx-auto max-w-2xl">
      <PageTitle back={{ href: '/admin/services', label: 'Services' }}>{group.name}</PageTitle>
      <ActionForm action={editGroupAction} className="flex flex-col gap-5" label={`Edit ${group.name}`}>
        <input type="hidden" name="groupId" value={group.id} />
        <GroupFields group={group} />
        <StickyBar>
          <SubmitButton tone="primary" pending="Saving…" className="flex-1 sm:flex-none">
            Save group
          </SubmitButton>
          <Link
            href={`/admin/services/groups/${group.id}/archive`}
            className={`${buttonClass('danger')} min-h-11`}
          >
            Archive…
          </Link>
        </StickyBar>
      </ActionForm>
    </div>
  );
}
