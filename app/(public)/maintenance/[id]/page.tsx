import { notFound } from 'next/navigation';
import { RenderedTexts } from '@/app/_ui/rendered-texts';
import { answerNotFound } from '@/lib/not-found-answer';
import { getMaintenance } from '@/lib/queries/get-maintenance';
import { maintenanceCard } from '../../_share/card-contents';
import { ShareMeta } from '../../_share/share-meta';
import { writtenTexts } from '../../_status/written-texts';
import NotFound from '../../not-found';
import { MaintenanceContent } from './_maintenance/maintenance-content';

export const dynamic = 'force-dynamic';

/** One maintenance's own page. */
export default async function MaintenancePage({ params }: { params: Promise<{ id: string }> }) {
  const view = await getMaintenance((await params).id);
  if (!view && answerNotFound()) return <NotFound />;
  if (!view) notFound();
  return (
    <RenderedTexts texts={writtenTexts([view.maintenance])}>
      <ShareMeta path={`/maintenance/${view.maintenance.id}`} content={maintenanceCard(view)} />
      <MaintenanceContent view={view} renderedAt={Date.now()} />
    </RenderedTexts>
  );
}
