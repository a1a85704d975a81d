import { RenderedTexts } from '@/app/_ui/rendered-texts';
import { parseHistoryRequest } from '@/lib/contracts/history';
import { publicUrl } from '@/lib/public-url';
import { getHistory } from '@/lib/queries/get-history';
import { writtenTexts } from '../_status/written-texts';
import { isNarrowed } from './_history/history-address';
import { HistoryContent } from './_history/history-content';

export const dynamic = 'force-dynamic';

type HistoryPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Every incident and maintenance, by month, as the address asks for it. */
export default async function HistoryPage({ searchParams }: HistoryPageProps) {
  const { request, unread } = parseHistoryRequest(await searchParams);
  const view = await getHistory(request, unread);
  const told = view.entries.map((entry) => (entry.kind === 'incident' ? entry.incident : entry.maintenance));
  return (
    <RenderedTexts texts={writtenTexts(told)}>
      {isNarrowed(view.asked) ? (
        <meta name="robots" content="noindex" />
      ) : (
        <link rel="canonical" href={publicUrl('/history')} />
      )}
      <HistoryContent view={view} renderedAt={Date.now()} />
    </RenderedTexts>
  );
}
