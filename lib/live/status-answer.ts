import type { StatusState } from '@/lib/contracts/live-state';
import type { Problem } from '@/lib/contracts/problem';
import { answerPublic, type PublicDocument, type Question, questionOf } from '@/lib/contracts/public-answer';
import { entityTag } from '@/lib/entity-tag';
import { type Answer, toResponse } from './answer';
import { stateJson } from './frames';
import type { LiveRoom } from './live-room';

/** Answers a request for the state as JSON, whatever its method: the same state as the stream's unnamed message. */
export function statusAnswer(question: Question, room: LiveRoom): Promise<Answer> {
  return answerPublic(question, async () => {
    await room.isKnown();
    return room.hub.state ? documentOf(room.hub.state) : notKnown;
  });
}

/** The same in Next's handlers. */
export async function answerStatus(request: Request, room: LiveRoom): Promise<Response> {
  return toResponse(await statusAnswer(questionOf(request), room));
}

const documents = new WeakMap<StatusState, PublicDocument>();

/** One digest per state, however many ask. */
function documentOf(state: StatusState): PublicDocument {
  const known = documents.get(state);
  if (known) return known;
  const body = stateJson(state);
  const document = {
    body,
    type: 'application/json; charset=utf-8',
    etag: entityTag(body),
    cacheControl: 'no-cache',
    modifiedAt: null,
    // The state says so itself.
    staleSince: null,
  };
  documents.set(state, document);
  return document;
}

const notKnown: Problem = {
  status: 503,
  title: 'Not available',
  detail: 'The status is not known yet. Try again shortly.',
  headers: { 'Retry-After': '5' },
};
