import 'server-only';
import type { Problem } from '@/lib/contracts/problem';
import { answerPublic, type PublicDocument, type Question } from '@/lib/contracts/public-answer';
import { entityTag } from '@/lib/entity-tag';
import { log } from '@/lib/log';
import { getUptime } from '@/lib/queries/get-uptime';
import { getUptimeOfService } from '@/lib/queries/get-uptime-of-service';
import { failed, notKnown } from './failures';

/** Short, and never beyond it: an open page asks no sooner than this after it heard of a change. */
const cacheControl = 'public, max-age=0, s-maxage=5, stale-if-error=600';

/** Answers a request for the last 90 days of every service. Never rejects. */
export function answerUptime(question: Question) {
  return answerPublic(question, () => documentOr(getUptime, notKnown));
}

/** Answers a request for the uptime of one service and what concerned it; 404 where visitors see none of that id. */
export function answerUptimeOfService(question: Question, serviceId: string) {
  return answerPublic(question, () => documentOr(() => getUptimeOfService(serviceId), nothingHere));
}

const written = new WeakMap<object, PublicDocument>();

/** Written once for each thing found, however many ask for it. */
async function documentOr(
  find: () => Promise<object | null>,
  nothing: Problem,
): Promise<PublicDocument | Problem> {
  try {
    const found = await find();
    if (!found) return nothing;
    const document = written.get(found) ?? write(found);
    written.set(found, document);
    return document;
  } catch (error) {
    // By name: what throws it is out of this room's reach.
    if (error instanceof Error && error.name === 'Unavailable') return notKnown;
    log.error({ err: error }, 'uptime could not be told');
    return failed;
  }
}

function write(found: object): PublicDocument {
  const body = JSON.stringify(found);
  const type = 'application/json; charset=utf-8';
  return { body, type, etag: entityTag(body), cacheControl, modifiedAt: null, staleSince: null };
}

const nothingHere: Problem = {
  status: 404,
  title: 'Not found',
  detail: 'There is no service of this id on the page. GET /api/status lists them.',
};
