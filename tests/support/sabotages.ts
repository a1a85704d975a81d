import type { IncomingMessage } from 'node:http';
import type { FaultId } from '@/lib/doctor/faults';
import type { Header, Sabotage } from './sabotage-proxy';
import {
  badGateway,
  bomb,
  doublingChunked,
  doublyFramed,
  forgettingAfter,
  isPlain,
  neverEnding,
  page,
  refuse,
  refusing,
} from './sabotaged-answers';
import {
  compressing,
  compressingTwice,
  cuttingAfter,
  drippingBody,
  holding,
  isStream,
  silentAfter,
  withHeader,
  without,
} from './sabotaged-bodies';

const onStream =
  (change: (headers: Header[]) => Header[]) =>
  (headers: Header[], asked: IncomingMessage): Header[] =>
    isStream(asked) ? change(headers) : headers;

/** What is done wrong on the way over HTTP, by the fault the doctor must name. */
export const sabotages = {
  'host-rewritten': { headers: withHeader('Host', 'backend:3000') },
  'origin-stripped': { headers: without('origin') },
  'same-page-refused': { headers: without('referer', 'sec-fetch-site') },
  'resume-header': { headers: without('last-event-id') },
  'resume-query': { path: (path) => path.replace(/\?.*/, '') },
  'out-of-time': {
    answer(asked, _answer, passOn) {
      if (asked.url === '/api/status') setTimeout(passOn, 4_000);
      return asked.url === '/api/status' || asked.method === 'HEAD';
    },
  },
  'content-type': { answered: onStream(withHeader('Content-Type', 'text/plain')) },
  'cache-control': { answered: onStream(withHeader('Cache-Control', 'public, max-age=60')) },
  'content-length': { answered: onStream(withHeader('Content-Length', '1000000')) },
  'duplicate-header': {
    answered: onStream((headers) => [...headers, ...headers.filter(([name]) => /allow-origin/i.test(name))]),
  },
  vary: { answered: onStream(without('vary')) },
  cors: { answered: onStream(without('access-control-allow-origin')) },
  'doubled-chunked': doublingChunked,
  'malformed-answer': doublyFramed,
  buffered: { body: holding(1024 * 1024) },
  recompressed: compressing(true),
  undecodable: compressingTwice,
  'stream-cut': { body: cuttingAfter(400) },
  'keep-alive': forgettingAfter(2_000),
  'bad-gateway': { answer: (_, answer) => badGateway(answer) },
  'wrong-status': { answer: (asked, answer) => isStream(asked) && refuse(answer, 204) },
  'not-ready': refusing('draining'),
  'too-many': { answer: (asked, answer) => isStream(asked) && refuse(answer, 429, { 'Retry-After': '30' }) },
  'refused-on-the-way': { answer: (asked, answer) => isStream(asked) && refuse(answer, 403) },
  'not-found': { answer: (_, answer) => refuse(answer, 404) },
  redirected: {
    answer: (asked, answer) => isStream(asked) && refuse(answer, 308, { Location: `${asked.url}/` }),
  },
  head: { answer: (asked) => asked.method === 'HEAD' },
  preflight: { answer: (asked, answer) => asked.method === 'OPTIONS' && refuse(answer, 405) },
  'preflight-open': {
    answer(asked, answer) {
      const { origin = '*' } = asked.headers;
      const allowed = {
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Headers': 'Last-Event-ID',
      };
      return asked.method === 'OPTIONS' && refuse(answer, 204, allowed);
    },
  },
  'error-cors': {
    answer: (asked, answer) => asked.method === 'POST' && refuse(answer, 405, { Allow: 'GET' }),
  },
  'guard-no-origin': {
    headers: (headers) =>
      headers.some(([name]) => /^origin$/i.test(name))
        ? headers
        : withHeader('Sec-Fetch-Site', 'same-origin')(headers),
  },
  'slow-first-byte': {
    answer(asked, _answer, passOn) {
      if (isStream(asked)) setTimeout(passOn, 3_500);
      return isStream(asked);
    },
  },
  'heartbeat-missing': silentAfter(2, () => true),
  'guard-open': { headers: withHeader('Origin', 'http://status.example.com') },
  polling: { answer: (asked, answer) => asked.url === '/api/status' && refuse(answer, 404) },
  'polling-validator': { answered: without('etag') },
  'polling-stale': {
    answered: (headers, asked) => (isStream(asked) ? headers : withHeader('Age', '40')(headers)),
  },
} satisfies Partial<Record<FaultId, Sabotage>>;

/** Other ways to the same faults. */
export const otherWays: [fault: FaultId, how: string, Sabotage][] = [
  ['buffered', 'lets a stream through a byte a second', { body: drippingBody() }],
  ['heartbeat-missing', 'falls silent after one heartbeat', silentAfter(1, isPlain)],
  ['not-found', 'has a page of its own at every address', page],
  ['polling', 'never ends its answer', neverEnding],
  ['too-many', 'is full', refusing('full')],
  ['undecodable', 'unpacks to more than anybody can hold', bomb],
];
