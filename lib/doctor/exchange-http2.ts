import { connect } from 'node:http2';
import { type Asked, emptyExchange, later, note, nowMs, type Opened } from './exchange';
import { serverName, type Target } from './target';

/** As `open`, over HTTP/2, which browsers use wherever it is offered. */
export function openHttp2(target: Target, path: string, asked: Asked = {}): Opened {
  const exchange = emptyExchange();
  const answered = later();
  const ended = later();
  let isOurs = false;
  const finish = (error?: NodeJS.ErrnoException) => {
    if (error && !isOurs) exchange.failure ??= { code: error.code ?? 'unknown', message: error.message };
    if (!isOurs) exchange.closedAtMs ??= nowMs();
    answered.resolve();
    ended.resolve();
  };
  const session = connect(target.base.origin, {
    rejectUnauthorized: false,
    servername: serverName(target) ?? '',
  });
  session.on('error', finish);
  session.on('close', () => finish());
  const lowerCased = Object.entries(asked.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  const stream = session.request({
    ':method': asked.method ?? 'GET',
    ':path': path,
    ':authority': target.host,
    ...Object.fromEntries(lowerCased),
  });
  stream.on('error', finish);
  stream.on('response', (headers) => {
    exchange.headersAtMs = nowMs();
    exchange.status = headers[':status'] ?? null;
    exchange.version = '2.0';
    for (const [name, value] of Object.entries(headers)) {
      if (name.startsWith(':')) continue;
      for (const one of Array.isArray(value) ? value : [value]) exchange.headers.push([name, `${one}`]);
    }
    answered.resolve();
  });
  stream.on('data', (bytes: Buffer) => note(exchange, bytes, asked.onArrival));
  stream.on('close', () => finish());
  stream.end();
  const close = () => {
    isOurs = true;
    session.destroy();
    finish();
  };
  return { exchange, answered: answered.promise, ended: ended.promise, close };
}
