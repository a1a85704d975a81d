import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type ContentCoding, chooseCoding } from './content-coding';

/** Five is where brotli beats gzip's best for no more work than gzip's usual. */
const brotliQuality = 5;
/** Below this a compressed body is no smaller by the time its header is counted. */
const fewestBytes = 256;

/** A body that many are sent as it is: in each coding, made once, with the tag that tells it from all others. */
export type PreparedBody = {
  /** In quotes, and strong: it names the plain bytes. */
  readonly etag: string;
  readonly bytes: { identity: Buffer } & Partial<Record<ContentCoding, Buffer>>;
};

/** Compresses a body in the background, and computes its tag. */
export async function prepareBody(text: string): Promise<PreparedBody> {
  const identity = Buffer.from(text);
  const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 27)}"`;
  if (identity.length < fewestBytes) return { etag, bytes: { identity } };
  const params = { [constants.BROTLI_PARAM_QUALITY]: brotliQuality };
  const [zipped, br] = await Promise.all([
    promisify(gzip)(identity),
    promisify(brotliCompress)(identity, { params }),
  ]);
  return { etag, bytes: { identity, gzip: zipped, br } };
}

/** The coding for whoever sends this `Accept-Encoding`, and the tag of the body in it. */
export function codingFor({ etag, bytes }: PreparedBody, acceptEncoding: string | null | undefined) {
  const wanted = chooseCoding(acceptEncoding);
  // The same content in other bytes: a strong tag may not name both.
  return wanted !== 'identity' && bytes[wanted]
    ? { coding: wanted, bytes: bytes[wanted], etag: `W/${etag}` }
    : { coding: 'identity' as const, bytes: bytes.identity, etag };
}

/** Whether `If-None-Match` names the tag. Compared weakly, as RFC 9110 asks: a proxy that compresses adds `W/`. */
export function isHeld(header: string | null | undefined, etag: string): boolean {
  if (!header) return false;
  if (header.trim() === '*') return true;
  return [...header.matchAll(/(?:W\/)?("[^"]*")/g)].some(([, tag]) => tag === etag);
}
