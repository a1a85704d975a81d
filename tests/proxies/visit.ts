import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import type { Readable } from 'node:stream';
import tls from 'node:tls';
import { createGunzip } from 'node:zlib';
import { type Answer, listenTo } from './listen-to';

export type Protocol = 'http' | 'https' | 'h2';
export type Door = { port: number; protocol: Protocol };

export const host = 'status.example.com';
/** Visitors come from an address that no proxy has, so that the app can tell them apart. */
export const visitorAddress = '127.0.0.2';

/** A GET of the usual visitor, if not said otherwise. */
export type Asking = { method?: string; body?: string; from?: string };

type Asked = { port: number; path: string; headers: Record<string, string> } & Required<Asking>;

const insecure = { servername: host, rejectUnauthorized: false };

/** Asks for `path` of status.example.com at this door, as a visitor. Bodies are unzipped as they come. */
export async function visit(
  { port, protocol }: Door,
  path: string,
  headers: Record<string, string> = {},
  { method = 'GET', body = '', from = visitorAddress }: Asking = {},
): Promise<Answer> {
  const asked = { port, path, headers, method, body, from };
  const given = protocol === 'h2' ? await overHttp2(asked) : await overHttp1(asked, protocol);
  const isZipped = given.headers['content-encoding'] === 'gzip';
  const readable = isZipped ? given.body.pipe(createGunzip({ flush: 2, finishFlush: 2 })) : given.body;
  return listenTo({ ...given, body: readable });
}

type Given = { status: number; headers: http.IncomingHttpHeaders; body: Readable; close(): void };

function overHttp1(
  { port, path, headers, method, body, from }: Asked,
  protocol: 'http' | 'https',
): Promise<Given> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, headers: { host, ...headers }, agent: false };
    const { request } = protocol === 'https' ? https : http;
    const asked = request({ ...options, ...insecure, localAddress: from }, (response) => {
      const { statusCode = 0, headers } = response;
      resolve({ status: statusCode, headers, body: response, close: () => asked.destroy() });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

function overHttp2({ port, path, headers, method, body, from }: Asked): Promise<Given> {
  return new Promise((resolve, reject) => {
    const to = { host: '127.0.0.1', port, localAddress: from };
    const socket = tls.connect({ ...to, ALPNProtocols: ['h2'], ...insecure });
    const session = http2.connect(`https://${host}`, { createConnection: () => socket });
    session.on('error', reject);
    const { host: authority = host, ...others } = headers;
    const asked = session.request(
      { ':method': method, ':path': path, ':authority': authority, ...others },
      { endStream: body === '' },
    );
    asked.on('error', reject);
    asked.on('response', ({ ':status': status = 0, ...headers }) => {
      resolve({
        status,
        headers: headers as http.IncomingHttpHeaders,
        body: asked,
        // The stream alone, as a tab does; the connection follows once it is idle.
        close: () => {
          asked.close(http2.constants.NGHTTP2_CANCEL);
          session.close();
        },
      });
    });
    asked.on('close', () => session.close());
    if (body) asked.end(body);
  });
}
