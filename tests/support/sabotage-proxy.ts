import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  request,
  type ServerResponse,
} from 'node:http';
import { createSecureServer } from 'node:http2';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import { generate } from 'selfsigned';
import { testAuthority } from './test-authority';

export type Header = [name: string, value: string];

/** What a proxy does wrong. Each part may be left out, and is then done right. */
export type Sabotage = {
  /** True when it answers by itself, or passes on what was asked later. */
  answer?: (asked: IncomingMessage, answer: ServerResponse, passOn: () => void) => boolean;
  /** What it asks the app with. */
  headers?: (headers: Header[]) => Header[];
  path?: (path: string) => string;
  /** What it answers with. */
  answered?: (headers: Header[], asked: IncomingMessage) => Header[];
  /** Passes the body on, in place of piping it. */
  body?: (given: IncomingMessage, answer: ServerResponse, asked: IncomingMessage) => void;
  /** Ends TLS with a certificate of the test authority for this name; speaks HTTP/2 too where told so. */
  tls?: { name: string; from?: Date; until?: Date; http2?: boolean };
};

export type SabotageProxy = { url: string; stop(): Promise<void> };

const perConnection = new Set(['connection', 'keep-alive', 'transfer-encoding']);

/** Starts an HTTP proxy in front of `appPort` that does what it is told wrong, and all else right. */
export async function startSabotageProxy(appPort: number, sabotage: Sabotage = {}): Promise<SabotageProxy> {
  const handle: RequestListener = (asked, answer) => {
    answer.on('error', () => {});
    const passOn = () => pass(asked, answer, appPort, sabotage);
    if (!sabotage.answer?.(asked, answer, passOn)) passOn();
  };
  const server = await createFront(sabotage.tls, handle);
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) =>
    sockets.add(socket.once('close', () => sockets.delete(socket))),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${sabotage.tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Asks the app and hands its answer on, as the sabotage has it. */
export function pass(
  asked: IncomingMessage,
  answer: ServerResponse,
  appPort: number,
  sabotage: Sabotage = {},
): void {
  const { headers = same, answered = same, path = same, body = pipe } = sabotage;
  const named = asked.headers[':authority'] ? [['Host', `${asked.headers[':authority']}`] as Header] : [];
  const received = pairs(asked.rawHeaders).filter(([name]) => !name.startsWith(':'));
  const sent = headers([...named, ...received]).filter(([name]) => !perConnection.has(name.toLowerCase()));
  const passed = request(
    { host: '127.0.0.1', port: appPort, method: asked.method, path: path(asked.url ?? '/'), agent: false },
    (given) => {
      const kept = pairs(given.rawHeaders).filter(([name]) => !perConnection.has(name.toLowerCase()));
      for (const [name, value] of answered(kept, asked)) answer.appendHeader(name, value);
      answer.writeHead(given.statusCode ?? 502);
      answer.flushHeaders();
      body(given, answer, asked);
    },
  );
  for (const [name, value] of sent) passed.setHeader(name, value);
  passed.on('error', () => answer.destroy());
  answer.on('close', () => passed.destroy());
  asked.pipe(passed);
}

async function createFront(tls: Sabotage['tls'], handle: RequestListener): Promise<Server> {
  if (!tls) return createServer({ keepAliveTimeout: 60_000 }, handle);
  const options = await keys(tls);
  if (!tls.http2) return createTlsServer(options, handle);
  const server = createSecureServer({ ...options, allowHTTP1: true });
  // Node's HTTP/2 speaks the same language to a handler as its HTTP/1.
  return server.on('request', handle as never);
}

const same = <T>(value: T): T => value;

function pipe(given: IncomingMessage, answer: ServerResponse): void {
  given.on('error', () => answer.destroy());
  given.pipe(answer);
}

function pairs(raw: string[]): Header[] {
  return raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? ''] as Header] : []));
}

async function keys({ name, from, until }: NonNullable<Sabotage['tls']>) {
  const { cert, key } = await testAuthority();
  const dates = {
    ...(from && { notBeforeDate: from }),
    ...(until && { notBeforeDate: new Date(until.getTime() - 90 * 24 * 60 * 60_000), notAfterDate: until }),
  };
  const extensions = [{ name: 'subjectAltName' as const, altNames: [{ type: 2 as const, value: name }] }];
  const ca = { cert, key };
  const pems = await generate([{ name: 'commonName', value: name }], { ...dates, extensions, ca });
  return { key: pems.private, cert: pems.cert };
}
