import type { Examined } from '../examine';
import { type Exchange, headerOf } from '../exchange';
import { fault, faultsOr, fine, inWords, type Remark } from '../remark';
import type { Visitor } from '../visitor';
import { cacheMark } from './sharing';

/** Whether who comes back is known: at the newest revision there is nothing to send again. */
export function judgeResume({ revision, resumedByHeader, resumedByQuery }: Examined): Remark[] {
  if (revision === null || !resumedByHeader || !resumedByQuery) return [];
  const byHeader = startsAfresh(resumedByHeader);
  const byQuery = startsAfresh(resumedByQuery);
  if (byHeader === null || byQuery === null) return [];
  const all = `at revision ${revision} got the whole state again`;
  return faultsOr(
    [
      byHeader &&
        fault(
          'resume-header',
          `A visitor with Last-Event-ID ${all}${byQuery ? '' : '; by ?lastEventId= it works'}.`,
          { revision },
        ),
      byQuery && fault('resume-query', `A visitor with ?lastEventId= ${all}.`, { revision }),
    ],
    fine('resume', `resumes after revision ${revision}, by header and query`, { revision }),
  );
}

/** True for a stream that begins as for a stranger; null when there was none. A gap is filled by named events first. */
function startsAfresh({ helloAtMs, events }: Visitor): boolean | null {
  if (helloAtMs === null) return null;
  const [first] = events;
  return first?.name === 'message' && first.id !== null && !first.data.includes('"reset":true');
}

/** Whether a kept connection now and then brings a gateway's error. */
export function judgeKept({ kept }: Examined): Remark[] {
  const isBad = ({ exchange: { status } }: { exchange: Exchange }) => status !== null && status >= 500;
  const fresh = kept.filter(({ idleMs }) => idleMs === 0);
  const reused = kept.filter(({ idleMs }) => idleMs > 0);
  if (reused.length === 0 || fresh.some(isBad)) return [];
  const bad = reused.filter(isBad);
  const pauses = bad.map(({ idleMs }) => inWords(idleMs)).join(', ');
  const figures = { asked: reused.length, failed: bad.length };
  const words = `${bad.length} of ${reused.length} requests on a kept connection got ${bad[0]?.exchange.status}, after pauses of ${pauses}.`;
  return faultsOr(
    [bad.length > 0 && fault('keep-alive', words, figures)],
    fine('keep-alive', `${reused.length} requests on kept connections`, figures),
  );
}

/** What pages fall back on. */
export function judgePolling({ status, statusAgain, revision, second }: Examined): Remark[] {
  const isJson = headerOf(status, 'content-type')?.includes('json') ?? false;
  if (status.status !== 200 || !isJson || revision === null) {
    return [fault('polling', `/api/status answered ${answerOf(status, isJson)}.`, { status: status.status })];
  }
  const mark = cacheMark(status);
  const newest = Number(second.events.find(({ id }) => id !== null)?.id ?? revision);
  const etag = headerOf(status, 'etag');
  const again = statusAgain?.status ?? null;
  return faultsOr(
    [
      (mark !== null || isOlder(revision, newest, second, status)) &&
        fault(
          'polling-stale',
          `/api/status is at revision ${revision}, the stream at ${newest}${mark ? `; ${mark}` : ''}.`,
          { revision, newest, mark },
        ),
      (etag === null || again !== 304) &&
        fault(
          'polling-validator',
          etag === null ? 'There is no ETag.' : `The same ETag got ${again}, not 304.`,
          { status: again },
        ),
    ],
    fine('polling', '/api/status answers, and 304 when nothing changed'),
  );
}

function answerOf({ status, failure, closedAtMs }: Exchange, isJson: boolean): string {
  if (status === null) return failure?.code ?? 'nothing in time';
  if (failure) return `${status}, and then: ${failure.message}`;
  if (closedAtMs === null) return `${status}, and did not come to an end`;
  return isJson ? `${status}, without a revision` : `${status}, not JSON`;
}

/** Older than what a stream that was opened before had already shown. */
function isOlder(revision: number, newest: number, { events }: Visitor, status: Exchange): boolean {
  const shownAtMs = events.find(({ id }) => id !== null)?.atMs ?? Number.POSITIVE_INFINITY;
  return revision < newest && shownAtMs < status.askedAtMs;
}
