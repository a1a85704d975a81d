import { getStatusSnapshot } from '@/lib/queries/get-status-snapshot';
import { answerShareCard } from '../_share/answer-share-card';
import { pageCard } from '../_share/card-contents';

export const dynamic = 'force-dynamic';

/** The picture that stands for the page where its link is shared. */
export function GET(request: Request): Promise<Response> {
  return answerShareCard(request, async () => pageCard(await getStatusSnapshot()));
}
