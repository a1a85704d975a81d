import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type ContentCoding, chooseCoding } from '@/lib/content-coding';
import { entityTag } from '@/lib/entity-tag';

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
  const etag = entityTag(text);
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

/** What it takes in memory. */
export function sizeOf({ bytes }: PreparedBody): number {
  return Object.values(bytes).reduce((sum, one) => sum + one.length, 0);
}
