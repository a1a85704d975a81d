import type { Problem } from '@/lib/contracts/problem';
import { answerPublic, type PublicDocument, questionOf } from '@/lib/contracts/public-answer';
import { toResponse } from '@/lib/live/answer';
import { answerPublication } from '@/lib/publications/answer-publication';
import type { Publication } from '@/lib/publications/publication';
import { everyMethod } from './every-method';

/** The handlers of an address under which `find` has the publication, the problem in its place, or null. */
export function publicationRoute<P = unknown>(
  find: (request: Request, params: P) => Publication | Problem | null,
) {
  return everyMethod(async (request: Request, context: { params: Promise<unknown> }) =>
    toResponse(await answerPublication(questionOf(request), find(request, (await context.params) as P))),
  );
}

/** The handlers of an address whose document is the same for as long as the program runs. */
export function documentRoute(make: () => PublicDocument) {
  let made: PublicDocument | undefined;
  return everyMethod(async (request: Request) => {
    const answer = await answerPublic(questionOf(request), async () => {
      made ??= make();
      return made;
    });
    return toResponse(answer);
  });
}
