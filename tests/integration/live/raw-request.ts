import { type IncomingHttpHeaders, request } from 'node:http';
import { createGunzip } from 'node:zlib';

export type RawAnswer = {
  status: number;
  headers: IncomingHttpHeaders;
  /** Names and values as they came, doubled ones too. */
  rawHeaders: string[];
  /** What came with the first bytes of the body, as text. */
  readonly text: string;
  readonly isEnded: boolean;
  close(): void;
};

type Asked = { port: number; path: string; method?: string; headers?: Record<string, string> };

/** Sends a request whose path is not tidied up, and answers with the headers; the body's text grows. Gzip is undone. */
export function rawRequest({ port, path, method = 'GET', headers = {} }: Asked): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false });
    asked.on('error', reject);
    asked.on('response', (response) => {
      let text = '';
      let isEnded = false;
      const isGzip = response.headers['content-encoding'] === 'gzip' && method !== 'HEAD';
      const body = isGzip ? response.pipe(createGunzip()) : response;
      body.setEncoding('utf8');
      body.on('data', (chunk) => (text += chunk));
      body.on('end', () => (isEnded = true));
      for (const stream of [body, response]) stream.on('error', () => {});
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        rawHeaders: response.rawHeaders,
        get text() {
          return text;
        },
        get isEnded() {
          return isEnded;
        },
        close: () => asked.destroy(),
      });
    });
    asked.end();
  });
}
