import type { Metadata } from 'next';
import { PageTitle } from '@/app/admin/_shell/page-title';
import { requireAdmin } from '@/lib/auth/require-admin';
import { processes } from '@/lib/live/processes/processes';
import { LiveBoard } from './_figures/live-board';

export const metadata: Metadata = { title: 'Live' };

export default async function LivePage() {
  await requireAdmin('/admin/live');
  return (
    <>
      <PageTitle>Live</PageTitle>
      <LiveBoard initial={processes()} />
    </>
  );
}
