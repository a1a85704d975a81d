import { notFound } from 'next/navigation';
import { RenderedTexts } from '@/app/_ui/rendered-texts';
import { answerNotFound } from '@/lib/not-found-answer';
import { getIncident } from '@/lib/queries/get-incident';
import { incidentCard } from '../../_share/card-contents';
import { ShareMeta } from '../../_share/share-meta';
import { IncidentContent } from '../../_status/incident-content';
import { writtenTexts } from '../../_status/written-texts';
import NotFound from '../../not-found';

export const dynamic = 'force-dynamic';

/** One incident's own page. */
export default async function IncidentPage({ params }: { params: Promise<{ id: string }> }) {
  const view = await getIncident((await params).id);
  if (!view && answerNotFound()) return <NotFound />;
  if (!view) notFound();
  return (
    <RenderedTexts texts={[...writtenTexts([view.incident]), view.postMortem?.body ?? '']}>
      <ShareMeta path={`/incidents/${view.incident.id}`} content={incidentCard(view)} />
      <IncidentContent view={view} renderedAt={Date.now()} />
    </RenderedTexts>
  );
}
