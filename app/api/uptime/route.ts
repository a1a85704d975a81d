import { everyMethod } from '@/app/api/every-method';
import { getUptime } from '@/lib/queries/get-uptime';
import { answerUptime, notKnown } from './uptime-answer';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

/** The last 90 days of every service. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = everyMethod((request: Request) =>
  answerUptime(request, getUptime, notKnown),
);
