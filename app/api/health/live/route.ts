export const dynamic = 'force-dynamic';

/** Whether the process runs. Says nothing of what it stands on: a restart would not mend that. */
export function GET(): Response {
  return Response.json({ status: 'live' }, { headers: { 'Cache-Control': 'no-store' } });
}
