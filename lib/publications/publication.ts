import type { StatusRecord } from '@/lib/queries/get-status-record';

/** One form in which the page is published to other programs. */
export type Publication = {
  /** Its own among all publications: under it the body is kept as long as its revision is the newest. */
  key: string;
  /** Its Content-Type. */
  type: string;
  cacheControl: string;
  /** The body; null where the record holds nothing to tell of. Statuspage's forms have no room to say that it is stale. */
  write: (record: StatusRecord, isStale: boolean) => string | null;
};

/**
 * Caches on the way may answer for a few seconds by themselves, and go on with what they have while we do not
 * answer. What says how things stand must not be old; a history may be a minute behind, and a day without us.
 */
export const cacheControls = {
  state: 'public, max-age=0, s-maxage=5, stale-while-revalidate=10, stale-if-error=600',
  history: 'public, max-age=60, s-maxage=60, stale-while-revalidate=120, stale-if-error=86400',
  fixed: 'public, max-age=300, s-maxage=300, stale-while-revalidate=3600, stale-if-error=86400',
};
