import { mayReadMetrics } from '@/lib/auth/metrics-token';
import { problem } from '@/lib/contracts/problem';
import { scrape } from '@/lib/metrics';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

/** This process's metrics in Prometheus' text format, for whoever brings METRICS_TOKEN where one is set. */
export async function GET(request: Request): Promise<Response> {
  if (!mayReadMetrics(request.headers)) return refuse();
  const { text, contentType } = await scrape();
  return new Response(text, { headers: { 'Content-Type': contentType, 'Cache-Control': 'no-store' } });
}

function refuse(): Response {
  return problem({
    status: 401,
    title: 'Not authorised',
    detail: 'Send the METRICS_TOKEN of this installation as a bearer token.',
    headers: { 'WWW-Authenticate': 'Bearer realm="metrics"' },
  });
}
