import { RenderedTexts } from '@/app/_ui/rendered-texts';
import { getStatusSnapshot } from '@/lib/queries/get-status-snapshot';
import { getUptime } from '@/lib/queries/get-uptime';
import { StructuredData } from './_frame/structured-data';
import { pageCard } from './_share/card-contents';
import { ShareMeta } from './_share/share-meta';
import { StatusContent } from './_status/status-content';
import { uptimeAtFirst } from './_status/uptime-at-first';
import { writtenTexts } from './_status/written-texts';

export const dynamic = 'force-dynamic';

/** The status page. */
export default async function StatusPage() {
  const [snapshot, uptime] = await Promise.all([getStatusSnapshot(), getUptime()]);
  const { state, history } = snapshot;
  return (
    <>
      <ShareMeta path="/" content={pageCard(snapshot)} type="website" />
      <StructuredData snapshot={snapshot} />
      <RenderedTexts texts={writtenTexts([...state.incidents, ...state.maintenances, ...history])}>
        <StatusContent
          snapshot={snapshot}
          uptime={uptimeAtFirst(uptime, state.services)}
          renderedAt={Date.now()}
        />
      </RenderedTexts>
    </>
  );
}
