import { createHash } from 'node:crypto';

/** A strong entity tag, quotes included: the same for the same bytes, in every process. */
export function entityTag(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}
