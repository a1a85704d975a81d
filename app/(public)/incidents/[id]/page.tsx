import { notFound } from 'next/navigation';
import { Markdown } from '@/app/_ui/markdown';
import { RenderedTexts } from '@/app/_ui/rendered-texts';
import { answerNotFound } from '@/lib/not-found-answer';
import { getIncident } from '@/lib/queries/get-incident';
import { incidentCard } from '../../_share/card-contents';
import { ShareMeta } from '../../_share/share-meta';
import { IncidentContent } from '../../_status/incident-content';
import { PostMortem } from '../../_status/post-mortem';
import { writtenTexts } from '../../_status/written-texts';
import NotFound from '../../not-found';

export const dynamic = 'force-dynamic';

/** One incident's own page. */
export default async function IncidentPage({ params }: { params: Promise<{ id: string }> }) {
  const found = await getIncident((await params).id);
  if (!found && answerNotFound()) return <NotFound />;
  if (!found) notFound();
  const { postMortem, ...view } = found;
  return (
    <RenderedTexts texts={writtenTexts([view.incident])}>
      <ShareMeta path={`/incidents/${view.incident.id}`} content={incidentCard(view)} />
      <IncidentContent
        view={view}
        postMortem={
          postMortem && (
            <PostMortem publishedAt={postMortem.publishedAt}>
              <Markdown under={2}>{postMortem.body}</Markdown>
            </PostMortem>
          )
        }
        renderedAt={Date.now()}
      />
    </RenderedTexts>
  );
}
