import { env } from '@/lib/env';
import { guardSettings } from '@/lib/live/guard-settings';
import { liveRoom } from '@/lib/live/live';
import { answerStream } from '@/lib/live/stream-answer';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

const answer = (request: Request) => answerStream(request, liveRoom(), guardSettings(env()));

// Each is named: Next would run GET for a HEAD, and leak the stream it opened.
export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
