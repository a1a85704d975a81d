import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzip } from 'node:zlib';
import { refuseStream } from '@/lib/live/stream-refusal';
import { type Header, pass, type Sabotage } from './sabotage-proxy';
import {
  compressing,
  compressingTwice,
  cuttingAfter,
  drippingBody,
  holding,
  isStream,
  silentAfter,
  wantsGzip,
  withHeader,
  without,
} from './sabotaged-bodies';

const onStream =
  (change: (headers: Header[]) => Header[]) =>
  (headers: Header[], asked: IncomingMessage): Header[] =>
    isStream(asked) ? change(headers) : headers;

/** Answers every visitor with the bytes of one stream to the app, those of long ago included. */
export function sharing(appPort: number): Sabotage {
  let head: { status: number; headers: Header[] } | undefined;
  const kept: Buffer[] = [];
  const readers = new Set<ServerResponse>();
  const join = (answer: ServerResponse) => {
    for (const [name, value] of head?.headers ?? []) answer.setHeader(name, value);
    answer.writeHead(head?.status ?? 502);
    for (const bytes of kept) answer.write(bytes);
    readers.add(answer);
    answer.on('close', () => readers.delete(answer));
  };
  return {
    answer(asked, answer) {
      if (!isStream(asked) || asked.method !== 'GET') return false;
      if (head) join(answer);
      else
        pass(asked, answer, appPort, {
          headers: without('accept-encoding'),
          body(given) {
            const headers = Object.entries(given.headers).map(
              ([name, value]) => [name, `${value}`] as Header,
            );
            head = {
              status: given.statusCode ?? 502,
              headers: without('transfer-encoding', 'connection')(headers),
            };
            given.on('error', () => {});
            given.on('data', (bytes: Buffer) => {
              kept.push(bytes);
              for (const reader of [answer, ...readers]) reader.write(bytes);
            });
          },
        });
      return true;
    },
  };
}

/** Answers 502, as a proxy does whose kept connection upstream was closed meanwhile. */
function forgettingAfter(idleMs: number): Sabotage {
  const lastAt = new WeakMap<object, number>();
  return {
    answer(asked, answer) {
      const last = lastAt.get(asked.socket);
      lastAt.set(asked.socket, Date.now());
      return last !== undefined && Date.now() - last > idleMs && badGateway(answer);
    },
  };
}

/** Says `chunked` twice, in bytes of its own. */
const doublingChunked: Sabotage = {
  answer(asked, answer) {
    if (!isStream(asked) || asked.method !== 'GET') return false;
    const chunked = 'Transfer-Encoding: chunked\r\n';
    answer.socket?.write(`HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n${chunked}${chunked}\r\n`);
    return true;
  },
};

/** Says both how long it is and that it does not know. */
const doublyFramed: Sabotage = {
  answer(asked, answer) {
    if (!isStream(asked) || asked.method !== 'GET') return false;
    const framing = 'Content-Length: 100\r\nTransfer-Encoding: chunked\r\n';
    answer.socket?.end(`HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n${framing}\r\n`);
    return true;
  },
};

function badGateway(answer: ServerResponse): true {
  answer.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>502 Bad Gateway</h1>');
  return true;
}

function refuse(answer: ServerResponse, status: number, headers: Record<string, string> = {}): true {
  answer.writeHead(status, headers).end();
  return true;
}

/** Answers in the very words of a Signalbox that has no stream to give. */
function refusing(refusal: 'draining' | 'full'): Sabotage {
  return {
    answer(asked, answer) {
      if (!isStream(asked)) return false;
      const { origin = '' } = asked.headers;
      const { status, headers, body } = refuseStream(refusal, new Headers(), {
        'Access-Control-Allow-Origin': origin,
      });
      answer.writeHead(status, headers).end(body);
      return true;
    },
  };
}

/** What is done wrong on the way over HTTP, by the fault the doctor must name. */
export const sabotages: Record<string, Sabotage> = {
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
};

const isPlain = (asked: IncomingMessage) => asked.headers['accept-encoding'] === 'identity';

const neverEnding: Sabotage = {
  answer(asked, answer) {
    if (asked.url !== '/api/status') return false;
    answer.writeHead(200, { 'Content-Type': 'application/json' }).write('{');
    return true;
  },
};

const page: Sabotage = {
  answer(_asked, answer) {
    answer.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Welcome</title>');
    return true;
  },
};

/** Packs so much of nothing into a few bytes that it fits nowhere. */
const bomb: Sabotage = {
  headers: without('accept-encoding'),
  answered: (headers, asked) =>
    wantsGzip(asked) ? withHeader('Content-Encoding', 'gzip')(headers) : headers,
  body(given, answer, asked) {
    given.on('error', () => answer.destroy());
    if (wantsGzip(asked)) gzip(Buffer.alloc(40 * 1024 * 1024, ':'), (_, bytes) => answer.write(bytes));
    else given.pipe(answer);
  },
};

/** Other ways to the same faults. */
export const otherWays: [fault: string, how: string, Sabotage][] = [
  ['buffered', 'lets a stream through a byte a second', { body: drippingBody() }],
  ['heartbeat-missing', 'falls silent after one heartbeat', silentAfter(1, isPlain)],
  ['not-found', 'has a page of its own at every address', page],
  ['polling', 'never ends its answer', neverEnding],
  ['too-many', 'is full', refusing('full')],
  ['undecodable', 'unpacks to more than anybody can hold', bomb],
];
