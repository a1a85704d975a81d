import { readiness } from '@/lib/live/readiness';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

/** Whether this process should get visitors: 200 when ready or degraded, 503 when not. */
export async function GET(): Promise<Response> {
  const report = await readiness();
  const status = report.status === 'unavailable' ? 503 : 200;
  return Response.json(report, { status, headers: { 'Cache-Control': 'no-store' } });
}
