import { getIncident } from '@/lib/queries/get-incident';
import { answerShareCard } from '../../../_share/answer-share-card';
import { incidentCard } from '../../../_share/card-contents';

export const dynamic = 'force-dynamic';

/** The picture that stands for an incident where its link is shared. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerShareCard(request, async () => {
    const view = await getIncident((await params).id);
    return view && incidentCard(view);
  });
}
