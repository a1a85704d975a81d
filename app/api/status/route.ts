import { everyMethod } from '@/app/api/every-method';
import { liveRoom } from '@/lib/live/live';
import { answerStatus } from '@/lib/live/status-answer';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = everyMethod((request) =>
  answerStatus(request, liveRoom()),
);
