import { getStatusSnapshot } from '@/lib/queries/get-status-snapshot';
import { StatusContent } from './_status/status-content';

export const dynamic = 'force-dynamic';

/** The status page. */
export default async function StatusPage() {
  return <StatusContent snapshot={await getStatusSnapshot()} renderedAt={Date.now()} />;
}
