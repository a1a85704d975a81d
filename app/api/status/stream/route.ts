import { everyMethod } from '@/app/api/every-method';
import { liveRoom } from '@/lib/live/live';
import { streamSettings } from '@/lib/live/stream-settings';
import { answerWebStream } from '@/lib/live/web-stream';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

// For hosts that serve the app without server.ts, which answers before Next does.
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = everyMethod((request) =>
  answerWebStream(request, liveRoom(), streamSettings()),
);
