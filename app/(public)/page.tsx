import { getStatusSnapshot } from '@/lib/queries/get-status-snapshot';
import { getUptime } from '@/lib/queries/get-uptime';
import { StructuredData } from './_frame/structured-data';
import { StatusContent } from './_status/status-content';

export const dynamic = 'force-dynamic';

/** The status page. */
export default async function StatusPage() {
  const [snapshot, uptime] = await Promise.all([getStatusSnapshot(), getUptime()]);
  return (
    <>
      <StructuredData snapshot={snapshot} />
      <StatusContent snapshot={snapshot} uptime={uptime} renderedAt={Date.now()} />
    </>
  );
}
