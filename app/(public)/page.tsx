import { getStatusSnapshot } from '@/lib/queries/get-status-snapshot';
import { StructuredData } from './_frame/structured-data';
import { StatusContent } from './_status/status-content';

export const dynamic = 'force-dynamic';

/** The status page. */
export default async function StatusPage() {
  const snapshot = await getStatusSnapshot();
  return (
    <>
      <StructuredData snapshot={snapshot} />
      <StatusContent snapshot={snapshot} renderedAt={Date.now()} />
    </>
  );
}
