import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { type ContentCoding, chooseCoding } from '@/lib/content-coding';
import { namesTag } from '@/lib/contracts/public-answer';
import { prepareBody, sizeOf, tagIn } from './prepared-body';

/** What one coding is sent with: the headers of the whole answer, and those of a 304. */
type Coded = { bytes: Buffer; whole: OutgoingHttpHeaders; held: OutgoingHttpHeaders };

/** A whole answer that goes out to many as it is. */
export type PreparedAnswer = {
  status: number;
  etag: string;
  /** What it takes in memory, but for its headers. */
  size: number;
  codings: { identity: Coded } & Partial<Record<ContentCoding, Coded>>;
};

/** Compresses an answer, and writes its headers for each coding. */
export async function prepareAnswer(
  status: number,
  headers: OutgoingHttpHeaders,
  text: string,
): Promise<PreparedAnswer> {
  const body = await prepareBody(text);
  const { identity, gzip, br } = body.bytes;
  const coded = (coding: ContentCoding, bytes: Buffer): Coded => {
    const held = { ...headers, etag: tagIn(coding, body.etag) };
    const framing = { 'content-length': bytes.length };
    const isPlain = coding === 'identity';
    return { bytes, held, whole: { ...held, ...framing, ...(!isPlain && { 'content-encoding': coding }) } };
  };
  const codings = {
    identity: coded('identity', identity),
    ...(gzip && { gzip: coded('gzip', gzip) }),
    ...(br && { br: coded('br', br) }),
  };
  return { status, etag: body.etag, size: sizeOf(body), codings };
}

/** Sends it on Node's own response, in the coding the reader takes; the head alone for HEAD, 304 to who has it. */
export function sendPrepared(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  { status, etag, codings }: PreparedAnswer,
): void {
  const { bytes, whole, held } = codings[chooseCoding(headers['accept-encoding'])] ?? codings.identity;
  const known = headers['if-none-match'];
  if (status === 200 && known !== undefined && namesTag(known, etag)) response.writeHead(304, held).end();
  else response.writeHead(status, whole).end(method === 'HEAD' ? undefined : bytes);
}
