import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/app/_ui/button';
import { ArchivedServices } from '@/app/admin/_services/archived-services';
import { OrderBoard } from '@/app/admin/_services/order-board';
import { serviceBlocks } from '@/app/admin/_services/service-blocks';
import { DoneNotice } from '@/app/admin/_shell/done-notice';
import { PageTitle } from '@/app/admin/_shell/page-title';
import type { SearchParams } from '@/app/admin/_shell/search-params';
import { requireAdmin } from '@/lib/auth/require-admin';
import { getServiceList } from '@/lib/queries/get-service-list';

export const metadata: Metadata = { title: 'Services' };

export default async function ServicesPage({ searchParams }: { searchParams: SearchParams }) {
  await requireAdmin('/admin/services');
  const { groups, services } = await getServiceList();
  return (
    <>
      <DoneNotice searchParams={searchParams} />
      <PageTitle
        action={
          <div className="flex gap-2">
            <Link href="/admin/services/groups/new" className={`${buttonClass()} min-h-11`}>
              New group
            </Link>
            <Link href="/admin/services/new" className={`${buttonClass('primary')} min-h-11`}>
              New service
            </Link>
          </div>
        }
      >
        Services
      </PageTitle>
      <OrderBoard blocks={serviceBlocks(groups, services)} />
      <ArchivedServices services={services.filter((service) => service.archivedAt !== null)} />
    </>
  );
}
