import { isUnavailable } from '@/app/admin/is-unavailable';
import type { Problem } from '@/lib/contracts/problem';
import { answerPublic, questionOf } from '@/lib/contracts/public-answer';
import { entityTag } from '@/lib/entity-tag';
import { toResponse } from '@/lib/live/answer';

/** Short, and never beyond it: an open page asks no sooner than this after it heard of a change. */
const cacheControl = 'public, max-age=0, s-maxage=5, stale-if-error=600';

/** Answers a request for uptime as JSON, whatever its method; with `nothing` where `find` has none. */
export async function answerUptime(
  request: Request,
  find: () => Promise<object | null>,
  nothing: Problem,
): Promise<Response> {
  const answer = await answerPublic(questionOf(request), async () => {
    const found = await find().catch(orNotKnown);
    if (found === notKnown) return notKnown;
    if (!found) return nothing;
    const body = JSON.stringify(found);
    return {
      body,
      type: 'application/json; charset=utf-8',
      etag: entityTag(body),
      cacheControl,
      modifiedAt: null,
      staleSince: null,
    };
  });
  return toResponse(answer);
}

function orNotKnown(error: unknown): Problem {
  if (!isUnavailable(error)) throw error;
  return notKnown;
}

/** While nothing is known, because Postgres can't be asked. */
export const notKnown: Problem = {
  status: 503,
  title: 'Not available',
  detail: 'The database does not answer. Try again in a few seconds.',
  headers: { 'Retry-After': '5' },
};
