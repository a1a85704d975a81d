import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerRawStream } from '@/lib/live/raw-stream';
import { stalledMs } from '@/lib/live/session';
import { aRoomForEachTest } from './room-fixture';

const at = aRoomForEachTest();
const guard = { allowedOrigins: [], isProduction: false };
let server: Server;
let sockets: Socket[];

beforeEach(async () => {
  sockets = [];
  const settings = () => ({ guard, trustedProxies: 0, mayGzip: true });
  server = createServer((request, response) => {
    if (!answerRawStream(request, response, () => at.room, settings)) response.end('Next');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function send(target: string, headers = ''): Socket {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`);
  sockets.push(socket);
  return socket;
}
const firstBytes = async (target: string) => `${(await once(send(target), 'data'))[0]}`;
const openSessions = () => at.room.hub.openSessions;

describe('the stream on Node’s own response', () => {
  it('sends headers, retry, comment and state in one go', async () => {
    const bytes = await firstBytes('/api/status/stream');
    expect(bytes).toMatch(/^HTTP\/1.1 200 OK\r\n/);
    for (const part of ['retry: ', ': connected\n\n', 'id: 10\ndata: {']) expect(bytes).toContain(part);
  });

  it.each(['/api/status/stream/', '/api/status/streams', '/api/status/%73tream', '//api/status/stream', '/'])(
    'leaves %s to Next',
    async (target) => expect(await firstBytes(target)).toContain('Next'),
  );

  it.each(['/api/status/stream?', '/api/status/stream?lastEventId=9', '/api/status/stream??'])(
    'answers %s',
    async (target) => expect(await firstBytes(target)).toContain('text/event-stream'),
  );

  it('forgets a reader that goes', async () => {
    const socket = send('/api/status/stream');
    await once(socket, 'data');
    expect(openSessions()).toBe(1);
    socket.destroy();
    await vi.waitFor(() => expect(openSessions()).toBe(0));
  });

  it('destroys the connection of a reader that takes nothing, whatever is queued', async () => {
    const socket = send('/api/status/stream');
    await once(socket, 'data');
    socket.pause();
    // More than the sockets' buffers take.
    at.room.hub.relay(`data: ${'x'.repeat(32 * 1024 * 1024)}\n\n`);
    await vi.waitFor(() => expect(at.room.hub.queuedBytes).toBeGreaterThan(0));
    const beatAll = () => {
      for (let slot = 0; slot < 15_000 / at.room.hub.beatsEveryMs; slot += 1) at.room.hub.beat();
    };
    await vi.waitFor(
      () => {
        beatAll();
        at.now += stalledMs;
        expect(openSessions()).toBe(0);
      },
      { timeout: 4_000 },
    );
    const left = await new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
    expect(left).toBe(0);
  });

  it('gives the newest state to a reader that takes up reading again', async () => {
    const socket = send('/api/status/stream');
    await once(socket, 'data');
    socket.pause();
    at.room.hub.relay(`data: ${'x'.repeat(32 * 1024 * 1024)}\n\n`);
    for (let i = 0; i < 3; i += 1) at.room.hub.relay('data: {"skipped":true}\n\n');
    let end = '';
    socket.on('data', (chunk) => (end = (end + chunk.toString('latin1')).slice(-2_000)));
    socket.resume();
    await vi.waitFor(() => expect(end).toContain('"reset":true'), { timeout: 4_000 });
    expect(end).not.toContain('skipped');
  });
});
