import type { IncomingHttpHeaders } from 'node:http';
import { languageVary } from '@/lib/words/choose-language';
import { withHashes } from './hashed-policy';
import { type PreparedAnswer, prepareAnswer } from './prepared-answer';

/** What Next answered to a request for a page. */
export type RenderedPage = { status: number; headers: IncomingHttpHeaders; html: string };

/** These speak of one connection or one answer, or are said anew. */
const ownToOneAnswer = new Set([
  'cache-control',
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'transfer-encoding',
  'vary',
]);

/** Shared caches may ask again at most every two seconds, and show the last page while nobody answers for a day. */
const shared = 'public, max-age=0, s-maxage=2, stale-while-revalidate=30, stale-if-error=86400';

/** Prepares what was rendered. Null for what is somebody's own: an answer that sets a cookie. */
export async function preparePage({ status, ...rendered }: RenderedPage): Promise<PreparedAnswer | null> {
  if (rendered.headers['set-cookie']) return null;
  const { html, headers } = withHashes(rendered);
  const isPage = headers['content-type']?.startsWith('text/html') === true;
  const kept = Object.entries(headers).filter(([name]) => !ownToOneAnswer.has(name));
  const varied = `Accept-Encoding, ${languageVary}`;
  const told = {
    ...Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
    'cache-control': isPage && status === 200 ? shared : 'private, no-cache',
    // Next names the headers that ask for a part of a page.
    vary: isPage || !headers.vary ? varied : `${headers.vary}, ${varied}`,
  };
  return prepareAnswer(status, told, html);
}
