import type { IncomingMessage, ServerResponse } from 'node:http';
import { namesTag } from '@/lib/contracts/public-answer';
import { codingFor, type PreparedBody } from './prepared-body';

/** A whole answer that goes out to many as it is. */
export type PreparedAnswer = { status: number; headers: Record<string, string>; body: PreparedBody };

/** Sends it on Node's own response, in the coding the reader takes; the head alone for HEAD, 304 to who has it. */
export function sendPrepared(
  { method, headers: asked }: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: PreparedAnswer,
): void {
  const { coding, bytes, etag } = codingFor(body, asked['accept-encoding']);
  const held = asked['if-none-match'];
  if (status === 200 && held !== undefined && namesTag(held, body.etag)) {
    response.writeHead(304, { ...headers, etag }).end();
    return;
  }
  const framed = { ...headers, etag, 'content-length': bytes.length };
  response.writeHead(status, coding === 'identity' ? framed : { ...framed, 'content-encoding': coding });
  response.end(method === 'HEAD' ? undefined : bytes);
}
