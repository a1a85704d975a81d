import 'server-only';
import type { Problem } from '@/lib/contracts/problem';
import { answerPublic, type PublicDocument, type Question } from '@/lib/contracts/public-answer';
import { entityTag } from '@/lib/entity-tag';
import { log } from '@/lib/log';
import { getStatusRecord, type StatusRecord } from '@/lib/queries/get-status-record';
import { failed, notKnown } from './failures';
import type { Publication } from './publication';

/** Answers a request for a publication, or with the problem there is instead; null is one that is not there. Never rejects. */
export function answerPublication(question: Question, publication: Publication | Problem | null) {
  return answerPublic(question, async () => {
    if (!publication) return nothingHere;
    if ('status' in publication) return publication;
    try {
      const known = await getStatusRecord();
      if (!known) return notKnown;
      const { record, staleSince } = known;
      const document = documentOf(record, publication, staleSince !== null);
      if (!document) return nothingHere;
      return staleSince ? { ...document, staleSince, cacheControl: 'no-cache' } : document;
    } catch (error) {
      log.error({ err: error, publication: publication.key }, 'a publication failed');
      return failed;
    }
  });
}

type Documents = Map<string, PublicDocument>;
const documents = new WeakMap<StatusRecord, Documents>();

/** Written once per revision, however many ask. */
function documentOf(record: StatusRecord, publication: Publication, isStale: boolean): PublicDocument | null {
  const written: Documents = documents.get(record) ?? new Map();
  documents.set(record, written);
  const key = `${publication.key}${isStale ? ' stale' : ''}`;
  const known = written.get(key);
  if (known) return known;
  const document = write(record, publication, isStale);
  // Addresses that lead nowhere are without number; only what exists is kept.
  if (document) written.set(key, document);
  return document;
}

function write(
  record: StatusRecord,
  { type, cacheControl, write }: Publication,
  isStale: boolean,
): PublicDocument | null {
  const body = write(record, isStale);
  if (body === null) return null;
  const modifiedAt = record.site.page.updatedAt;
  return { body, type, etag: entityTag(body), cacheControl, modifiedAt, staleSince: null };
}

const nothingHere: Problem = {
  status: 404,
  title: 'Not found',
  detail: 'There is nothing at this address. All that there is stands at /docs/api.',
};
