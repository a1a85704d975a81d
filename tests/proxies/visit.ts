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

const insecure = { servername: host, rejectUnauthorized: false, localAddress: visitorAddress };

/** Asks for `path` of status.example.com at this door, as a visitor. Bodies are unzipped as they come. */
export async function visit(
  { port, protocol }: Door,
  path: string,
  headers: Record<string, string> = {},
  { method = 'GET', body = '' } = {},
): Promise<Answer> {
  const asked =
    protocol === 'h2'
      ? await overHttp2(port, path, headers, method, body)
      : await overHttp1(port, protocol, path, headers, method, body);
  const isZipped = asked.headers['content-encoding'] === 'gzip';
  const readable = isZipped ? asked.body.pipe(createGunzip({ flush: 2, finishFlush: 2 })) : asked.body;
  return listenTo({ ...asked, body: readable });
}

type Asked = { status: number; headers: http.IncomingHttpHeaders; body: Readable; close(): void };

function overHttp1(
  port: number,
  protocol: 'http' | 'https',
  path: string,
  headers: Record<string, string>,
  method: string,
  body: string,
): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, headers: { host, ...headers }, agent: false };
    const { request } = protocol === 'https' ? https : http;
    const asked = request({ ...options, ...insecure }, (response) => {
      const { statusCode = 0, headers } = response;
      resolve({ status: statusCode, headers, body: response, close: () => asked.destroy() });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

function overHttp2(
  port: number,
  path: string,
  headers: Record<string, string>,
  method: string,
  body: string,
): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const socket = tls.connect({ host: '127.0.0.1', port, ALPNProtocols: ['h2'], ...insecure });
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
