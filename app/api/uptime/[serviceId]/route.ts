import { everyMethod } from '@/app/api/every-method';
import type { Problem } from '@/lib/contracts/problem';
import { getServiceEvents } from '@/lib/queries/get-service-events';
import { answerUptime } from '../uptime-answer';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

const nothingHere: Problem = {
  status: 404,
  title: 'Not found',
  detail: 'There is no service of this id on the page. GET /api/status lists them.',
};

/** What concerned one service in the last 90 days: what a day of its bars leads to. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = everyMethod(
  async (request: Request, { params }: { params: Promise<{ serviceId: string }> }) => {
    const { serviceId } = await params;
    return answerUptime(
      request,
      async () => {
        const events = await getServiceEvents(serviceId);
        return events && { events };
      },
      nothingHere,
    );
  },
);
