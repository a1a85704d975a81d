import { everyMethod } from '@/app/api/every-method';
import { questionOf } from '@/lib/contracts/public-answer';
import { toResponse } from '@/lib/live/answer';
import { answerUptime } from '@/lib/publications/uptime-answer';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

/** The last 90 days of every service. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = everyMethod(async (request: Request) =>
  toResponse(await answerUptime(questionOf(request))),
);
