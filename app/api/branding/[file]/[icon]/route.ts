import { serviceStatuses } from '@/lib/domain/service-status';
import { getBrandingIcon } from '@/lib/queries/get-branding-file';
import { answerBranding } from '../../branding-answer';
import { stateIcon } from '../../state-icon';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

type Params = { file: string; icon: string };

/** The icon of the tab in one state: `/api/branding/{id of the uploaded icon}/major-outage.svg`. */
export async function GET(request: Request, { params }: { params: Promise<Params> }) {
  const { file, icon } = await params;
  return answerBranding(request, async () => {
    const status = serviceStatuses.find((status) => icon === `${status.replaceAll('_', '-')}.svg`);
    const uploaded = status && (await getBrandingIcon(file));
    if (!uploaded) return null;
    const tag = `"${file}-${status}"`;
    return { type: 'image/svg+xml', body: stateIcon(uploaded, status), tag, isNamed: true };
  });
}
