import { problem } from '@/lib/contracts/problem';
import { log } from '@/lib/log';

/** What goes out: `isNamed` where its address can mean no other content, ever. */
type Sent = { type: string; body: BodyInit; tag: string; isNamed: boolean };

/**
 * An SVG opened by itself is a document, and whoever drew it could have put anything into it. Here it runs nothing,
 * asks nobody and belongs to no origin.
 */
const sandbox = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Answers with a file of the branding, 304 to who has it, 404 where there is none. Never rejects. */
export async function answerBranding(request: Request, find: () => Promise<Sent | null>): Promise<Response> {
  let sent: Sent | null;
  try {
    sent = await find();
  } catch (error) {
    log.error({ err: error }, 'a file of the branding could not be read');
    return unavailable();
  }
  if (!sent) return problem({ status: 404, title: 'Not found', detail: 'There is no such file.' });
  const { type, body, tag, isNamed } = sent;
  const headers = {
    'Content-Security-Policy': sandbox,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': isNamed ? 'public, max-age=31536000, immutable' : 'public, no-cache',
    ETag: tag,
  };
  // Weakly, as RFC 9110 asks: a proxy that compresses adds `W/`.
  const held = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
  if (held.includes(tag) || held.includes(`W/${tag}`)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'Content-Type': type } });
}

function unavailable(): Response {
  return problem({
    status: 503,
    title: 'Not available',
    detail: 'This file could not be read. Try again in a few seconds.',
    headers: { 'Retry-After': '5' },
  });
}
