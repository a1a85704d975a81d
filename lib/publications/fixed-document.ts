import type { PublicDocument } from '@/lib/contracts/public-answer';
import { entityTag } from '@/lib/entity-tag';
import { cacheControls } from './publication';

/** What the program itself says, whatever is published. */
export function fixedDocument(type: string, body: string): PublicDocument {
  const etag = entityTag(body);
  return { body, type, etag, cacheControl: cacheControls.fixed, modifiedAt: null, staleSince: null };
}
