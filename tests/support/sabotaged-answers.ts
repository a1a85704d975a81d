import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzip } from 'node:zlib';
import { refuseStream } from '@/lib/live/stream-refusal';
import { type Header, pass, type Sabotage } from './sabotage-proxy';
import { isStream, wantsGzip, withHeader, without } from './sabotaged-bodies';

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
export function forgettingAfter(idleMs: number): Sabotage {
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
export const doublingChunked: Sabotage = {
  answer(asked, answer) {
    if (!isStream(asked) || asked.method !== 'GET') return false;
    const chunked = 'Transfer-Encoding: chunked\r\n';
    answer.socket?.write(`HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n${chunked}${chunked}\r\n`);
    return true;
  },
};

/** Says both how long it is and that it does not know. */
export const doublyFramed: Sabotage = {
  answer(asked, answer) {
    if (!isStream(asked) || asked.method !== 'GET') return false;
    const framing = 'Content-Length: 100\r\nTransfer-Encoding: chunked\r\n';
    answer.socket?.end(`HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n${framing}\r\n`);
    return true;
  },
};

export function badGateway(answer: ServerResponse): true {
  answer.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>502 Bad Gateway</h1>');
  return true;
}

export function refuse(answer: ServerResponse, status: number, headers: Record<string, string> = {}): true {
  answer.writeHead(status, headers).end();
  return true;
}

/** Answers in the very words of a Signalbox that has no stream to give. */
export function refusing(refusal: 'draining' | 'full'): Sabotage {
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

export const isPlain = (asked: IncomingMessage) => asked.headers['accept-encoding'] === 'identity';

export const neverEnding: Sabotage = {
  answer(asked, answer) {
    if (asked.url !== '/api/status') return false;
    answer.writeHead(200, { 'Content-Type': 'application/json' }).write('{');
    return true;
  },
};

export const page: Sabotage = {
  answer(_asked, answer) {
    answer.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Welcome</title>');
    return true;
  },
};

/** Packs so much of nothing into a few bytes that it fits nowhere. */
export const bomb: Sabotage = {
  headers: without('accept-encoding'),
  answered: (headers, asked) =>
    wantsGzip(asked) ? withHeader('Content-Encoding', 'gzip')(headers) : headers,
  body(given, answer, asked) {
    given.on('error', () => answer.destroy());
    if (wantsGzip(asked)) gzip(Buffer.alloc(40 * 1024 * 1024, ':'), (_, bytes) => answer.write(bytes));
    else given.pipe(answer);
  },
};
