import { notFound } from 'next/navigation';
import { RenderedTexts } from '@/app/_ui/rendered-texts';
import { answerNotFound } from '@/lib/not-found-answer';
import { getService } from '@/lib/queries/get-service';
import { serviceCard } from '../../_share/card-contents';
import { ShareMeta } from '../../_share/share-meta';
import { writtenTexts } from '../../_status/written-texts';
import NotFound from '../../not-found';
import { ServiceContent } from './_service/service-content';

export const dynamic = 'force-dynamic';

/** One service's own page. */
export default async function ServicePage({ params }: { params: Promise<{ slug: string }> }) {
  const view = await getService((await params).slug);
  if (!view && answerNotFound()) return <NotFound />;
  if (!view) notFound();
  const told = view.history.entries.map((entry) =>
    entry.kind === 'incident' ? entry.incident : entry.maintenance,
  );
  return (
    <RenderedTexts texts={writtenTexts([...told, ...view.maintenances])}>
      <ShareMeta path={`/services/${view.service.slug}`} content={serviceCard(view)} />
      <ServiceContent view={view} renderedAt={Date.now()} />
    </RenderedTexts>
  );
}
