import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { end } from './child';
import type { SabotageProxy } from './sabotage-proxy';
import { noteProcess } from './test-run';

type Serve = (socket: Socket) => void;

/** Takes each connection and does with it what it is told; listens and says nothing unless told otherwise. */
export async function startTcpServer(serve: Serve = (socket) => socket.resume()): Promise<SabotageProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.once('close', () => sockets.delete(socket)));
    socket.on('error', () => {});
    serve(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Sends this, a byte a second, for ever. */
export const dripping =
  (text: string): Serve =>
  (socket) => {
    socket.resume();
    let sent = 0;
    const timer = setInterval(() => socket.write(text[sent++ % text.length] ?? ''), 1_000);
    socket.on('close', () => clearInterval(timer));
  };

/** Sends this, and then that for ever, leaving others their turn. */
export const flooding =
  (head: string, flood: string): Serve =>
  (socket) => {
    socket.resume();
    socket.write(head);
    const timer = setInterval(() => socket.writableNeedDrain || socket.write(flood), 2);
    socket.on('close', () => clearInterval(timer));
  };

/** Leaves each connection waiting so long, and then passes it on to `port`. */
export const waiting =
  (port: number, ms: number): Serve =>
  (socket) => {
    const timer = setTimeout(() => {
      const passed = connect(port, '127.0.0.1').on('error', () => socket.destroy());
      socket.pipe(passed).pipe(socket);
      socket.on('close', () => passed.destroy());
    }, ms);
    socket.on('close', () => clearTimeout(timer));
  };

/** Listens, and takes no connection: its queue is full, and it is stopped. */
export async function startDeafServer(): Promise<SabotageProxy> {
  const program = `const server = require('net').createServer();
    server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => console.log(server.address().port));`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  noteProcess(child.pid);
  const [port] = await once(child.stdout, 'data');
  child.kill('SIGSTOP');
  // The backlog and one more are taken by the system itself.
  const queued = [1, 2, 3].map(() => connect(Number(port), '127.0.0.1').on('error', () => {}));
  await Promise.all(queued.slice(0, 2).map((socket) => once(socket, 'connect')));
  return {
    url: `http://127.0.0.1:${Number(port)}`,
    async stop() {
      for (const socket of queued) socket.destroy();
      await end(child, 'SIGKILL');
    },
  };
}
