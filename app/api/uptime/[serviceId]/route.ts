import { everyMethod } from '@/app/api/every-method';
import { questionOf } from '@/lib/contracts/public-answer';
import { toResponse } from '@/lib/live/answer';
import { answerUptimeOfService } from '@/lib/publications/uptime-answer';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

/** One service: its uptime over every period, and what concerned it in the last 90 days. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = everyMethod(
  async (request: Request, { params }: { params: Promise<{ serviceId: string }> }) =>
    toResponse(await answerUptimeOfService(questionOf(request), (await params).serviceId)),
);
