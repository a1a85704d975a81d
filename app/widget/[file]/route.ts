import { everyMethod } from '@/app/api/every-method';
import { questionOf } from '@/lib/contracts/public-answer';
import { toResponse } from '@/lib/live/answer';
import { cacheControls } from '@/lib/publications/publication';
import { answerAnywhere } from '@/lib/widget/answer-anywhere';
import { wordDocument } from '@/lib/widget/word-document';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

/** The widget's words: `/widget/de.json`. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = everyMethod(
  async (request: Request, context: { params: Promise<{ file: string }> }) => {
    const [, wanted = ''] = /^(.*)\.json$/.exec((await context.params).file) ?? [];
    const document = wordDocument(wanted, cacheControls.fixed);
    const nothingHere = { status: 404, title: 'Not found' };
    return toResponse(await answerAnywhere(questionOf(request), async () => document ?? nothingHere));
  },
);
