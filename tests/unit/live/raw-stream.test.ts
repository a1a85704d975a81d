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
/** The server's own ends. */
let servedSockets: Socket[];
let drainListeners: number;
let answerSlowOne: () => void;

beforeEach(async () => {
  sockets = [];
  const settings = () => ({ guard, trustedProxies: 0, mayGzip: true });
  servedSockets = [];
  server = createServer((request, response) => {
    if (request.url === '/slow') answerSlowOne = () => response.end('slow');
    else if (!answerRawStream(request, response, () => at.room, settings)) response.end('Next');
  });
  server.on('connection', (socket) => {
    servedSockets.push(socket);
    drainListeners = socket.listenerCount('drain');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function sendRaw(text: string): Socket {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(text);
  sockets.push(socket);
  return socket;
}
const send = (target: string, headers = '') =>
  sendRaw(`GET ${target} HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`);
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

  it('frames what it sends as chunks that a client of HTTP takes apart', async () => {
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/api/status/stream`);
    const read = answer.text();
    at.room.hub.relay('data: Übergröße\n\n');
    void at.room.close(true);
    expect(await read).toMatch(
      /^retry: \d+\n: connected\n\nid: 10\ndata: .*\n\ndata: Übergröße\n\nretry: \d+\nevent: done\ndata: .*\n\n$/,
    );
  });

  it('sends bytes without a frame to HTTP/1.0, which knows no chunks', async () => {
    const socket = sendRaw('GET /api/status/stream HTTP/1.0\r\nHost: localhost\r\n\r\n');
    const [head, body] = `${(await once(socket, 'data'))[0]}`.split('\r\n\r\n');
    expect(head).not.toMatch(/transfer-encoding/i);
    expect(body).toMatch(/^retry: \d+\n: connected\n\nid: 10\n/);
  });

  it('waits for the answers before it on its connection', async () => {
    const requests = ['/slow', '/api/status/stream'].map(
      (path) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
    );
    const socket = sendRaw(requests.join(''));
    let text = '';
    socket.on('data', (bytes) => (text += bytes));
    await vi.waitFor(() => expect(openSessions()).toBe(1));
    at.room.hub.relay('data: first\n\n');
    answerSlowOne();
    await vi.waitFor(() => expect(text).toContain('data: first\n\n'));
    at.room.hub.relay('data: second\n\n');
    await vi.waitFor(() => expect(text).toContain('data: second\n\n\r\n'));
    expect(text.match(/HTTP\/1.1 200/g)).toHaveLength(2);
    expect(text.indexOf('slow')).toBeLessThan(text.indexOf(': connected'));
  });

  it('leaves nothing behind on a connection that goes on', async () => {
    const socket = send('/api/status/stream');
    await once(socket, 'data');
    const [served] = servedSockets;
    expect(served?.listenerCount('drain')).toBe(drainListeners + 1);
    void at.room.close(true);
    await vi.waitFor(() => expect(served?.listenerCount('drain')).toBe(drainListeners));
  });

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
