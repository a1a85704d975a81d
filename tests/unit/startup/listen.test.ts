import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { isLoopback, listen, requireFreePort } from '@/lib/startup/listen';
import { freePort } from '@/tests/support/free-port';

let listening: Awaited<ReturnType<typeof listen>> | undefined;
afterEach(() => listening?.close(0));

describe('listening on localhost', () => {
  test('answers on both names of this machine', async () => {
    const port = await freePort();
    listening = await listen(
      createServer((_request, response) => response.end('hello')),
      'localhost',
      port,
    );
    for (const host of ['localhost', '127.0.0.1']) {
      const response = await fetch(`http://${host}:${port}`, { headers: { connection: 'close' } });
      expect(await response.text()).toBe('hello');
    }
  });

  test('says in words that the port is in use', async () => {
    const port = await freePort();
    listening = await listen(createServer(), '127.0.0.1', port);
    await expect(requireFreePort('localhost', port)).rejects.toThrow(
      `Port ${port} is in use. Stop what uses it, or set PORT to another.`,
    );
  });
});

test('closing lets an answer end, and cuts a connection that stays open for ever', async () => {
  const port = await freePort();
  const server = createServer((_request, response) => setTimeout(() => response.end('late'), 100));
  server.on('upgrade', (_request, socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n'));
  const opened = await listen(server, 'localhost', port);
  const socket = connect(port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n');
  await once(socket, 'data');
  const answer = fetch(`http://127.0.0.1:${port}`).then((response) => response.text());
  await sleep(30);
  const cut = once(socket, 'close');
  await Promise.all([opened.close(300), cut]);
  expect(await answer).toBe('late');
});

test('closing does not wait for a connection that an answer left open', async () => {
  const port = await freePort();
  const server = createServer((_request, response) => setTimeout(() => response.end('bye'), 100));
  const opened = await listen(server, 'localhost', port);
  const socket = connect(port, '127.0.0.1');
  socket.resume().write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await sleep(30);
  // The limit lies beyond the test's own: only the idle connection's end lets it pass.
  await opened.close(60_000);
  expect(socket.destroyed || (await once(socket, 'close'))).toBeTruthy();
});

test('an address of another machine is refused in words', async () => {
  await expect(requireFreePort('192.0.2.1', 4000)).rejects.toThrow('not an address of this machine');
});

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['::', false],
  ['status.example.com', false],
])('%s is reached by this machine alone: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
