import { liveRoom } from '@/lib/live/live';
import { answerStatus } from '@/lib/live/status-answer';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

const answer = (request: Request) => answerStatus(request, liveRoom());

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
