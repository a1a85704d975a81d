import type { Examined } from '../examine';
import { bodyOf, type Exchange, headerOf } from '../exchange';
import { fault, fine, inWords, type Remark } from '../remark';
import { isUnheard } from '../unexamined';
import { judgeContent } from './content';

/** Whether the stream opens at all. Any fault here makes most other checks pointless. */
export function judgeOpening(seen: Examined): Remark[] {
  const { first, second, redirects, target } = seen;
  // The browser's answer counts; where compression keeps it back, the plain one does.
  const answer = first.exchange.status === null ? second.exchange : first.exchange;
  const { status } = answer;
  const figures = { status };
  const transfer = headerOf(answer, 'transfer-encoding') ?? '';
  if (chunkedIn(transfer) > 1) return [doubledChunked(transfer)];
  if (status === 200)
    return judgeContent(seen) ?? [fine('opening', `200 over HTTP/${answer.version}`, figures)];
  if (status === null) return withoutAnswer(seen);
  // Already told by the redirect itself.
  if (redirects.length > 0 && status >= 300 && status < 400) return [];
  const ours = ownDetail(answer);
  if (status === 403 || status === 401) return [refused(answer, ours, target)];
  if (status === 404) return [fault('not-found', 'It answered 404 for the stream.', figures)];
  const isFull = status === 503 && ours !== null && /As many streams/.test(ours);
  if (status === 429 || isFull)
    return [fault('too-many', `It answered ${status}${retryIn(answer)}.`, figures)];
  if (status === 503 && ours !== null) return [fault('not-ready', `It answered 503: ${ours}`, figures)];
  if (status >= 500) {
    const cors = headerOf(answer, 'access-control-allow-origin');
    const words = cors === null ? ', without Access-Control-Allow-Origin' : '';
    return [fault('bad-gateway', `It answered ${status}${words}.`, { status, cors: cors !== null })];
  }
  return [fault('wrong-status', `It answered ${status}.`, figures)];
}

function withoutAnswer(seen: Examined): Remark[] {
  const { first, second, status, kept, handshake, rawHead, target } = seen;
  const { origin } = target.base;
  const failure = second.exchange.failure ?? first.exchange.failure;
  if (failure?.code.startsWith('HPE_')) return [malformed(rawHead, failure.message)];
  if (failure?.code === 'ECONNRESET')
    return [fault('bad-gateway', `The connection broke before an answer: ${failure.message}.`)];
  if (failure) return [fault('unreachable', `${origin}: ${failure.message || failure.code}.`)];
  if (![first.exchange, second.exchange, handshake].some((end) => end?.isConnected))
    return [fault('unreachable', `${origin}: nobody took the connection before we gave up.`)];
  const isAnswering = [status, ...kept.map(({ exchange }) => exchange)].some(({ status }) => status !== null);
  // What holds the stream alone is found by how it flows.
  if (isAnswering || isUnheard(first, seen)) return [];
  const waited = inWords(seen.leftAtMs - first.exchange.askedAtMs);
  return [fault('unanswered', `${origin} took the connection, and sent no answer in ${waited}.`)];
}

function refused(answer: Exchange, ours: string | null, { host, origin }: Examined['target']): Remark {
  const figures = { status: answer.status, detail: ours };
  if (ours === null)
    return fault(
      'refused-on-the-way',
      `It answered ${answer.status}, and not in Signalbox's words.`,
      figures,
    );
  if (/Host/.test(ours)) return fault('host-rewritten', `Asked as Host ${host}: "${ours}"`, figures);
  if (/Say who/.test(ours))
    return fault('origin-stripped', `We sent Origin ${origin}, and Signalbox saw none: "${ours}"`, figures);
  return fault('origin-refused', `Asked with Origin ${origin}: "${ours}"`, figures);
}

/** Why Signalbox itself said no; null when the answer is somebody else's. */
function ownDetail(answer: Exchange): string | null {
  if (!headerOf(answer, 'content-type')?.startsWith('application/problem+json')) return null;
  try {
    const { detail } = JSON.parse(bodyOf(answer));
    return typeof detail === 'string' ? detail : null;
  } catch {
    return null;
  }
}

/** What the head's own framing lines say, as Node's parser keeps none of them. */
function malformed(head: string[], message: string): Remark {
  const framing = head.filter((line) => /^(transfer-encoding|content-length):/i.test(line)).join(' and ');
  if (chunkedIn(framing) > 1) return doubledChunked(framing);
  const sent = framing === '' ? '' : ` It sent ${framing}.`;
  return fault('malformed-answer', `Its head cannot be read: ${message}.${sent}`);
}

const chunkedIn = (framing: string) => framing.match(/chunked/gi)?.length ?? 0;

function doubledChunked(framing: string): Remark {
  return fault('doubled-chunked', `Its framing says "${framing}".`, { chunked: chunkedIn(framing) });
}

function retryIn(answer: Exchange): string {
  const seconds = Number(headerOf(answer, 'retry-after'));
  return seconds > 0 ? `, to be asked again in ${inWords(seconds * 1_000)}` : '';
}
