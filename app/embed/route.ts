import { everyMethod } from '@/app/api/every-method';
import { embedQuery } from '@/lib/contracts/embed-query';
import { questionOf } from '@/lib/contracts/public-answer';
import { toResponse } from '@/lib/live/answer';
import { cacheControls } from '@/lib/publications/publication';
import { getStatusSnapshot } from '@/lib/queries/get-status-snapshot';
import { answerAnywhere } from '@/lib/widget/answer-anywhere';
import { embedHeaders, embedPage } from '@/lib/widget/embed-page';
import { chooseLanguage } from '@/lib/words/choose-language';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

/** The page for frames on other sites. Small and made anew each time, as there is no end of choices of services. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = everyMethod(async (request: Request) =>
  toResponse(await answerAnywhere(questionOf(request), () => documentFor(request), embedHeaders)),
);

async function documentFor({ url, headers }: Request) {
  const look = embedQuery.safeParse(Object.fromEntries(new URL(url).searchParams));
  if (!look.success) {
    const errors = look.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
    return { status: 400, title: 'There is no embedded page that looks like this.', errors };
  }
  const acceptLanguage = look.data.language ?? headers.get('accept-language');
  // A frame whose page can't be told yet will be told by the widget in it.
  const snapshot = await getStatusSnapshot().catch(() => null);
  const isKnown = snapshot !== null && !snapshot.state.stale;
  return embedPage({
    look: look.data,
    language: chooseLanguage({ acceptLanguage }),
    snapshot,
    cacheControl: isKnown ? cacheControls.state : 'no-cache',
  });
}
