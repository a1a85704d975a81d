import { connect as plainConnect } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import { serverName, type Target } from './target';

const maxBytes = 64 * 1024;

/** The head of an answer that Node's parser refuses, line by line; empty when none came in time. */
export function rawHead(
  target: Target,
  path: string,
  headers: Record<string, string>,
  limitMs: number,
): Promise<string[]> {
  return new Promise((resolve) => {
    const { hostname, port, protocol } = target.base;
    const isTls = protocol === 'https:';
    const at = { host: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port) || (isTls ? 443 : 80) };
    const socket = isTls
      ? tlsConnect({ ...at, rejectUnauthorized: false, servername: serverName(target) ?? '' })
      : plainConnect(at);
    let text = '';
    const finish = () => {
      clearTimeout(limit);
      socket.destroy();
      const [head = ''] = text.split('\r\n\r\n');
      resolve(head === '' ? [] : head.split('\r\n'));
    };
    const limit = setTimeout(finish, limitMs);
    socket.on('error', finish);
    socket.on('close', finish);
    socket.on('data', (bytes: Buffer) => {
      text += bytes.toString('latin1');
      if (text.includes('\r\n\r\n') || text.length > maxBytes) finish();
    });
    const lines = Object.entries({ Host: target.host, ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    );
    socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`);
  });
}
