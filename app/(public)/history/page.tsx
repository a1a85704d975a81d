import { parseHistoryRequest } from '@/lib/contracts/history';
import { getHistory } from '@/lib/queries/get-history';
import { HistoryContent } from './_history/history-content';

export const dynamic = 'force-dynamic';

type HistoryPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Every incident and maintenance, by month, as the address asks for it. */
export default async function HistoryPage({ searchParams }: HistoryPageProps) {
  const { request, unread } = parseHistoryRequest(await searchParams);
  return <HistoryContent view={await getHistory(request, unread)} renderedAt={Date.now()} />;
}
