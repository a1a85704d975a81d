import type { IncomingMessage, ServerResponse } from 'node:http';
import { peerHeader } from '@/lib/client-address';
import { isDraining } from '@/lib/lifecycle';

/** As next.config.ts has it. Next would answer without a word. */
const mostFormBytes = 3 * 1024 * 1024;
const tooLarge = 'Nothing was saved: what was sent is larger than 3 MB. Go back, and choose smaller files.\n';

/**
 * What happens to every request before Next sees it. True when it is answered here.
 * Next hands no socket to its handlers, so the address at its other end goes along as a header, over whatever
 * was sent under that name; it fails on TRACE, which no address here knows, and on too large a form.
 */
export function beforeNext(request: IncomingMessage, response: ServerResponse): boolean {
  request.headers[peerHeader] = request.socket.remoteAddress ?? '';
  // Whoever asks again shall find another process, or a closed door, and not this one on its way out.
  if (isDraining()) response.shouldKeepAlive = false;
  if (request.url?.startsWith('/admin') && Number(request.headers['content-length']) > mostFormBytes) {
    // Taken in and let go of: a browser that is still sending would not hear the answer.
    request.resume();
    response.writeHead(413, { 'Content-Type': 'text/plain; charset=utf-8' }).end(tooLarge);
    return true;
  }
  if (request.method !== 'TRACE') return false;
  const body = { type: 'about:blank', title: 'Method not allowed', status: 405 };
  response.writeHead(405, { 'Content-Type': 'application/problem+json', Allow: 'GET, HEAD, POST, OPTIONS' });
  response.end(`${JSON.stringify(body)}\n`);
  return true;
}
