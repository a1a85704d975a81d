import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app';
import { createTestDatabase } from '../../support/postgres';
import { until } from './two-processes';

/** The app holds so many streams, which tells whether it believes that some are still open. */
const most = 300;
const atOnce = 100;
/** The first visits load code and let the heap find its size: they are not what is measured. */
const warmUp = 5_000;
const half = 7_500;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let app: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  const env = {
    DATABASE_URL: database.url,
    STREAM_MAX: `${most}`,
    STREAM_MAX_PER_ADDRESS: '0',
    STREAM_HEARTBEAT_SECONDS: '1',
  };
  app = await startApp({ env });
}, 120_000);
afterAll(async () => {
  await app?.stop();
  await database?.drop();
});

let count = 0;
/** Sends one request from one of several addresses, so that no port runs out. */
function send(method: string, headers = ''): Socket {
  count += 1;
  const socket = connect({ host: '127.0.0.1', port: app.port, localAddress: `127.0.0.${2 + (count % 50)}` });
  socket.on('error', () => {});
  socket.write(`${method} /api/status/stream HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`);
  return socket;
}

/** The ways in which readers come and go. */
const visits: (() => Promise<unknown>)[] = [
  ...Array.from({ length: 5 }, () => async () => {
    const socket = send('GET');
    await once(socket, 'data');
    socket.destroy();
  }),
  async () => {
    const socket = send('GET', 'Accept-Encoding: gzip\r\n');
    await once(socket, 'data');
    socket.resetAndDestroy();
  },
  // Gone before the answer.
  async () => {
    const socket = send('GET');
    await once(socket, 'connect');
    socket.resetAndDestroy();
  },
  // Half closed: has said all, and goes on listening for a moment.
  async () => {
    const socket = send('GET', 'Last-Event-ID: 0\r\n');
    socket.end();
    await once(socket, 'data');
    socket.destroy();
  },
  async () => once(send('HEAD', 'Connection: close\r\n').resume(), 'close'),
  async () => once(send('OPTIONS', 'Origin: http://localhost\r\nConnection: close\r\n').resume(), 'close'),
];

async function visit(times: number): Promise<void> {
  let left = times;
  const visitor = async () => {
    while (left > 0) await visits[left-- % visits.length]?.();
  };
  await Promise.all(Array.from({ length: atOnce }, visitor));
}

/** Readers that open a stream and then read nothing, until they vanish. */
async function stuckReaders(): Promise<Socket[]> {
  const sockets = Array.from({ length: 50 }, () => send('GET').pause());
  await Promise.all(sockets.map((socket) => once(socket, 'readable').then(() => socket.pause())));
  return sockets;
}

/** Resident memory of the app, in KB. */
const memory = () => Number(execFileSync('ps', ['-o', 'rss=', '-p', `${app.pid}`]).toString());

async function expectAllPlacesFree(): Promise<void> {
  await until(async () => {
    const sockets = Array.from({ length: most }, () => send('GET'));
    try {
      const answers = await Promise.all(sockets.map((socket) => once(socket, 'data')));
      const opened = answers.filter(([bytes]) => `${bytes}`.startsWith('HTTP/1.1 200 ')).length;
      expect(opened).toBe(most);
    } finally {
      for (const socket of sockets) socket.resetAndDestroy();
    }
  });
}

it('twenty thousand readers that come and go leave nothing behind', async () => {
  const stuck = await stuckReaders();
  await visit(warmUp);
  await visit(half);
  const afterFirst = memory();
  await visit(half);
  // V8 collects when it sees fit: with more visits what is garbage goes, and what has leaked stays.
  for (let round = 0; round < 6 && memory() / afterFirst >= 1.1; round += 1) await visit(half);
  const afterLast = memory();
  for (const socket of stuck) socket.resetAndDestroy();
  await expectAllPlacesFree();
  expect(afterLast / afterFirst).toBeLessThan(1.1);
}, 90_000);
