import type { Metadata } from 'next';
import { ActionForm } from '@/app/admin/_form/action-form';
import { SubmitButton } from '@/app/admin/_form/submit-button';
import { GroupFields } from '@/app/admin/_services/group-fields';
import { PageTitle } from '@/app/admin/_shell/page-title';
import { StickyBar } from '@/app/admin/_shell/sticky-bar';
import { requireAdmin } from '@/lib/auth/require-admin';
import { createGroupAction } from '../actions';

export const metadata: Metadata = { title: 'New group' };

export default async function NewGroupPage() {
  await requireAdmin('/admin/services/groups/new');
  return (
    <div className="mx-auto max-w-2xl">
      <PageTitle back={{ href: '/admin/services', label: 'Services' }}>New group</PageTitle>
      <ActionForm action={createGroupAction} className="flex flex-col gap-5" label="New group">
        <GroupFields />
        <StickyBar>
          <SubmitButton tone="primary" pending="Creating…" className="flex-1 sm:flex-none">
            Create group
          </SubmitButton>
        </StickyBar>
      </ActionForm>
    </div>
  );
}
