import { everyMethod } from '@/app/api/every-method';
import type { Problem } from '@/lib/contracts/problem';
import { getUptimeOfService } from '@/lib/queries/get-uptime-of-service';
import { answerUptime } from '../uptime-answer';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

const nothingHere: Problem = {
  status: 404,
  title: 'Not found',
  detail: 'There is no service of this id on the page. GET /api/status lists them.',
};

/** One service: its uptime over every period, and what concerned it in the last 90 days. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = everyMethod(
  async (request: Request, { params }: { params: Promise<{ serviceId: string }> }) => {
    const { serviceId } = await params;
    return answerUptime(request, () => getUptimeOfService(serviceId), nothingHere);
  },
);
