import { createServer } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { isLoopback, listen, requireFreePort } from '@/lib/startup/listen';
import { freePort } from '@/tests/support/free-port';

let close: (() => void) | undefined;
afterEach(() => close?.());

describe('listening on localhost', () => {
  test('answers on both names of this machine', async () => {
    const port = await freePort();
    close = await listen(
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
    close = await listen(createServer(), '127.0.0.1', port);
    await expect(requireFreePort('localhost', port)).rejects.toThrow(
      `Port ${port} is in use. Stop what uses it, or set PORT to another.`,
    );
  });
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
