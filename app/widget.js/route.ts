import { everyMethod } from '@/app/api/every-method';
import { questionOf } from '@/lib/contracts/public-answer';
import { toResponse } from '@/lib/live/answer';
import { fixedDocument } from '@/lib/publications/fixed-document';
import { answerAnywhere } from '@/lib/widget/answer-anywhere';
import { widgetScript } from '@/lib/widget/generated/widget-script';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

const script = fixedDocument('text/javascript; charset=utf-8', widgetScript);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = everyMethod(async (request: Request) =>
  toResponse(await answerAnywhere(questionOf(request), async () => script)),
);
