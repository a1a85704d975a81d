import { type StatuspageBody, statuspageBodies } from '@/lib/contracts/statuspage-bodies';
import { cacheControls, type Publication } from './publication';

/** Statuspage's public API: the publication at `/api/v2/` and this path, or null. */
export function statuspagePublication(path: string): Publication | null {
  if (!Object.hasOwn(statuspageBodies, path)) return null;
  const bodyOf = statuspageBodies[path as StatuspageBody];
  return {
    key: `/api/v2/${path}`,
    type: 'application/json; charset=utf-8',
    cacheControl: cacheControls.state,
    write: (record) => JSON.stringify(bodyOf(record)),
  };
}
