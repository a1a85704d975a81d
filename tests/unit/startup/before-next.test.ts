import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { peerHeader } from '@/lib/client-address';
import { beforeNext } from '@/lib/startup/before-next';

const server = createServer((request, response) => {
  if (!beforeNext(request, response)) response.end(`peer ${request.headers[peerHeader]}`);
});

beforeEach(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve())));
afterEach(() => new Promise((resolve) => server.close(resolve)));

/** By hand, as fetch sends no TRACE. */
function ask(method: string, header = '', body = ''): Promise<string> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1');
    socket.on('data', (chunk) => (answer += chunk)).on('error', reject);
    socket.on('end', () => resolve(answer));
    socket.end(`${method} /admin/branding HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${header}\r\n${body}`);
  });
}

test('the address of who asks is that of the socket, whatever the request claims', async () => {
  expect(await ask('GET', `${peerHeader}: 203.0.113.9\r\n`)).toContain('peer 127.0.0.1');
});

test('TRACE is not known here', async () => {
  expect(await ask('TRACE')).toMatch(/^HTTP\/1.1 405 /);
});

test('what is too large for a form is refused in words, once it has all been sent', async () => {
  const send = (bytes: number) => ask('POST', `Content-Length: ${bytes}\r\n`, 'x'.repeat(bytes));
  expect(await send(3 * 1024 * 1024)).toMatch(/^HTTP\/1.1 200 /);
  const answer = await send(3 * 1024 * 1024 + 1);
  expect(answer).toMatch(/^HTTP\/1.1 413 /);
  expect(answer).toContain('choose smaller files');
});
