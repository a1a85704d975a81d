import { liveRoom } from '@/lib/live/live';
import { streamSettings } from '@/lib/live/stream-settings';
import { answerWebStream } from '@/lib/live/web-stream';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

/** For hosts that serve the app without server.ts, which answers before Next does. */
const answer = (request: Request) => answerWebStream(request, liveRoom(), streamSettings());

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
