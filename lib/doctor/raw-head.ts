import { connect as plainConnect } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import { answerLimitMs } from './ask';
import type { Deadline } from './deadline';
import { serverName, type Target } from './target';

const maxBytes = 64 * 1024;

/** The head of an answer that Node's parser refuses, line by line; empty when none came in time. */
export async function rawHead(
  target: Target,
  path: string,
  headers: Record<string, string>,
  deadline: Deadline,
): Promise<string[]> {
  const { hostname, port, protocol } = target.base;
  const isTls = protocol === 'https:';
  const at = { host: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port) || (isTls ? 443 : 80) };
  const socket = isTls
    ? tlsConnect({ ...at, rejectUnauthorized: false, servername: serverName(target) ?? '' })
    : plainConnect(at);
  let text = '';
  const came = new Promise<void>((resolve) => {
    socket.on('error', resolve);
    socket.on('close', resolve);
    socket.on('data', (bytes: Buffer) => {
      text += bytes.toString('latin1');
      if (text.includes('\r\n\r\n') || text.length > maxBytes) resolve();
    });
  });
  const lines = Object.entries({ Host: target.host, ...headers }).map(([name, value]) => `${name}: ${value}`);
  socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`);
  await deadline.atMost(answerLimitMs, came);
  socket.destroy();
  const [head = ''] = text.split('\r\n\r\n');
  return head === '' ? [] : head.split('\r\n');
}
