import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { type ContentCoding, chooseCoding } from '@/lib/content-coding';
import type { Question } from '@/lib/contracts/public-answer';
import type { Answer } from '@/lib/live/answer';
import { liveRoom } from '@/lib/live/live';
import { statusAnswer } from '@/lib/live/status-answer';
import { log } from '@/lib/log';
import { PreparedBodies } from '@/lib/page-cache/prepared-bodies';
import { tagIn } from '@/lib/page-cache/prepared-body';
import { answerPublication } from '@/lib/publications/answer-publication';
import { publicationAddresses, publicationAt } from '@/lib/publications/publication-at';
import { answerUptime } from '@/lib/publications/uptime-answer';

/** An answer as it is sent. */
type Ready = { status: number; headers: OutgoingHttpHeaders; body: string | Buffer | null };
/** All that decides the answer, but for the time and the state of things. */
type Asked = Omit<Question, 'at'> & { path: string; coding: ContentCoding };

const addresses = ['/api/status', '/api/uptime', ...publicationAddresses];
const bodies = new PreparedBodies();
/** Nothing changes within one turn of the event loop: whoever asks the same in it gets the same answer. */
const thisTurn = new Map<string, Promise<Ready> | null>();

/**
 * Answers what programs and open pages ask for most, the status, Statuspage's forms of it, feeds and uptime, before
 * Next sees it: the same answers as the routes give, compressed once. False for every other address, and other spellings of these.
 */
export function answerPublicDocument(request: IncomingMessage, response: ServerResponse): boolean {
  const { url = '' } = request;
  if (!addresses.some((address) => url.startsWith(address))) return false;
  const answering = sharedAnswer(askedIn(request));
  if (!answering) return false;
  answering
    .then(({ status, headers, body }) => {
      response.writeHead(status, headers).end(body ?? undefined);
    })
    .catch((error: unknown) => {
      log.error({ err: error }, 'a public document could not be answered');
      response.destroy();
    });
  return true;
}

function askedIn({ url = '', method = 'GET', headers }: IncomingMessage): Asked {
  return {
    path: url.split('?', 1)[0] ?? '',
    method,
    ifNoneMatch: headers['if-none-match'] ?? null,
    ifModifiedSince: headers['if-modified-since'] ?? null,
    coding: chooseCoding(headers['accept-encoding']),
  };
}

function sharedAnswer(asked: Asked): Promise<Ready> | null {
  // No header holds a line break.
  const key = Object.values(asked).join('\n');
  const known = thisTurn.get(key);
  if (known !== undefined) return known;
  if (thisTurn.size === 0) setImmediate(() => thisTurn.clear());
  const answering = answerTo(asked)?.then((answer) => prepare(answer, asked.coding)) ?? null;
  thisTurn.set(key, answering);
  return answering;
}

function answerTo({ path, coding, ...asked }: Asked): Promise<Answer> | null {
  const question = { ...asked, at: Date.now() };
  if (path === '/api/status') return statusAnswer(question, liveRoom());
  if (path === '/api/uptime') return answerUptime(question);
  const publication = publicationAt(path);
  return publication ? answerPublication(question, publication) : null;
}

async function prepare({ status, headers, body }: Answer, coding: ContentCoding): Promise<Ready> {
  const { ETag: etag } = headers;
  // Only what has a tag is asked for often.
  if (!etag) return { status, headers, body };
  const varied = { ...headers, ETag: tagIn(coding, etag), Vary: 'Accept-Encoding' };
  if (body === null) return { status, headers: varied, body };
  const { bytes } = await bodies.of(etag, body);
  const coded = bytes[coding] ?? bytes.identity;
  const isCoded = coded !== bytes.identity;
  return {
    status,
    headers: { ...varied, 'Content-Length': coded.length, ...(isCoded && { 'Content-Encoding': coding }) },
    body: coded,
  };
}
