import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseCoding } from '@/lib/content-coding';
import type { Question } from '@/lib/contracts/public-answer';
import type { Answer } from '@/lib/live/answer';
import { liveRoom } from '@/lib/live/live';
import { statusAnswer } from '@/lib/live/status-answer';
import { log } from '@/lib/log';
import { PreparedBodies } from '@/lib/page-cache/prepared-bodies';
import { answerPublication } from '@/lib/publications/answer-publication';
import { statuspagePublication } from '@/lib/publications/statuspage';

const statuspage = '/api/v2/';
const bodies = new PreparedBodies();

/**
 * Answers what other programs ask for most, the status and Statuspage's forms of it, before Next sees it: the same
 * answers as the routes give, compressed once. False for every other address, and other spellings of these.
 */
export function answerPublicDocument(request: IncomingMessage, response: ServerResponse): boolean {
  const answering = answerTo(request);
  if (!answering) return false;
  answering
    .then((answer) => send(request, response, answer))
    .catch((error: unknown) => {
      log.error({ err: error }, 'a public document could not be answered');
      response.destroy();
    });
  return true;
}

function answerTo(request: IncomingMessage): Promise<Answer> | null {
  const [path = ''] = (request.url ?? '').split('?', 1);
  if (path === '/api/status') return statusAnswer(questionIn(request), liveRoom());
  if (!path.startsWith(statuspage)) return null;
  const publication = statuspagePublication(path.slice(statuspage.length));
  return publication && answerPublication(questionIn(request), publication);
}

function questionIn({ method = 'GET', headers }: IncomingMessage): Question {
  const ifNoneMatch = headers['if-none-match'] ?? null;
  return { method, ifNoneMatch, ifModifiedSince: headers['if-modified-since'] ?? null, at: Date.now() };
}

async function send(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  const { status, body, headers } = answer;
  const { ETag: etag } = headers;
  if (!etag) {
    response.writeHead(status, headers).end(body);
    return;
  }
  const coding = chooseCoding(request.headers['accept-encoding']);
  // The same content in other bytes: a strong tag may not name both.
  const tag = coding === 'identity' ? etag : `W/${etag}`;
  const varied = { ...headers, ETag: tag, Vary: 'Accept-Encoding' };
  if (body === null) {
    response.writeHead(status, varied).end();
    return;
  }
  const { bytes } = await bodies.of(etag, body);
  const sent = bytes[coding] ?? bytes.identity;
  const framed = { ...varied, 'Content-Length': sent.length };
  response.writeHead(status, sent === bytes.identity ? framed : { ...framed, 'Content-Encoding': coding });
  response.end(sent);
}
