import { getMaintenance } from '@/lib/queries/get-maintenance';
import { answerShareCard } from '../../../_share/answer-share-card';
import { maintenanceCard } from '../../../_share/card-contents';

export const dynamic = 'force-dynamic';

/** The picture that stands for a maintenance where its link is shared. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerShareCard(request, async () => {
    const view = await getMaintenance((await params).id);
    return view && maintenanceCard(view);
  });
}
