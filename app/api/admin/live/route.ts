import { isUnavailable } from '@/app/admin/is-unavailable';
import { everyMethod } from '@/app/api/every-method';
import { currentAdmin } from '@/lib/auth/current-admin';
import { readSessionCookie } from '@/lib/auth/session-cookie';
import { problem } from '@/lib/contracts/problem';
import { isDraining } from '@/lib/lifecycle';
import { figuresStream } from './figures-stream';
import { isStillSignedIn } from './is-still-signed-in';
import { refuseOtherPages } from './refuse-other-pages';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-store, no-transform',
  'X-Accel-Buffering': 'no',
};
const vary = { Vary: 'Origin, Sec-Fetch-Site, Cookie' };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = everyMethod(answer);

/** How every process stands, once a second, for a signed-in admin on a page of ours. */
async function answer(request: Request): Promise<Response> {
  try {
    if (!(await currentAdmin())) return refuse(401, 'Not signed in', 'Sign in to the control room first.');
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return refuse(503, 'Not available', 'The database does not answer. Try again shortly.');
  }
  const refusal = refuseOtherPages(request);
  if (refusal) return refusal;
  if (isDraining()) return refuse(503, 'Not available', 'This process is on its way out. Try again shortly.');
  if (request.method === 'HEAD') return new Response(null, { headers: { ...headers, ...vary } });
  const token = (await readSessionCookie()) ?? '';
  return new Response(
    figuresStream(() => isStillSignedIn(token)),
    { headers: { ...headers, ...vary } },
  );
}

function refuse(status: number, title: string, detail: string): Response {
  const retry = status === 503 && { 'Retry-After': '5' };
  return problem({ status, title, detail, headers: { ...vary, ...retry } });
}
