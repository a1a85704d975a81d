import { getService } from '@/lib/queries/get-service';
import { answerShareCard } from '../../../_share/answer-share-card';
import { serviceCard } from '../../../_share/card-contents';

export const dynamic = 'force-dynamic';

/** The picture that stands for a service where its link is shared. */
export function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answerShareCard(request, async () => {
    const view = await getService((await params).slug);
    return view && serviceCard(view);
  });
}
