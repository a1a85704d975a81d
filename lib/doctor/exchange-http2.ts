import { connect } from 'node:http2';
import { type Asked, beginExchange, type Opened } from './begin-exchange';
import { serverName, type Target } from './target';

/** As `openHttp1`, over HTTP/2, which browsers use wherever it is offered. */
export function openHttp2(target: Target, path: string, asked: Asked = {}): Opened {
  const begun = beginExchange(asked);
  const session = connect(target.base.origin, {
    rejectUnauthorized: false,
    servername: serverName(target) ?? '',
  });
  session.on('connect', begun.connected);
  session.on('error', begun.finish);
  session.on('close', () => begun.finish());
  const lowerCased = Object.entries(asked.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  const stream = session.request({
    ':method': asked.method ?? 'GET',
    ':path': path,
    ':authority': target.host,
    ...Object.fromEntries(lowerCased),
  });
  stream.on('error', begun.finish);
  stream.on('response', ({ ':status': status = null, ...given }) => {
    const headers = Object.entries(given).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, `${one}`]),
    );
    begun.headed({ status, version: '2.0', headers });
  });
  stream.on('data', begun.received);
  stream.on('close', () => begun.finish());
  stream.end();
  return begun.opened(() => session.destroy());
}
