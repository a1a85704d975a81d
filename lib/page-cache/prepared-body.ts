import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { ContentCoding } from '@/lib/content-coding';
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

/** The tag of a body in a coding: the same content in other bytes, which a strong tag may not both name. */
export function tagIn(coding: ContentCoding, etag: string): string {
  return coding === 'identity' ? etag : `W/${etag}`;
}

/** What it takes in memory. */
export function sizeOf({ bytes }: PreparedBody): number {
  return Object.values(bytes).reduce((sum, one) => sum + one.length, 0);
}
