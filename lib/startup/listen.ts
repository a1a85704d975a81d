import type { Server } from 'node:http';
import { createServer, type Server as NetServer, type Socket } from 'node:net';

type Listening = {
  /** Takes no more connections, lets running answers end, and cuts what is left after the limit. */
  close(limitMs: number): Promise<void>;
};

/** Node's 511 shows when thousands of visitors come at once. */
const backlog = 4096;
const idleEveryMs = 50;

/** `localhost` means this machine by both of its addresses, whichever a browser tries first. */
function addressesOf(host: string): string[] {
  return host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
}

/** Whether only this machine can reach a server on `host`. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

/** Throws, in words, when the port cannot be had. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  for (const address of addressesOf(host)) {
    const probe = createServer();
    if (await tryListen(probe, address, port)) await new Promise((resolve) => probe.close(resolve));
  }
}

/** Listens on every address of `host`. Returns what closes it again. */
export async function listen(server: Server, host: string, port: number): Promise<Listening> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const [first = host, ...others] = addressesOf(host);
  await tryListen(server, first, port);
  const doors: NetServer[] = [server];
  for (const address of others) {
    // Node documents that a connection may be handed to an HTTP server this way.
    const door = createServer((socket) => server.emit('connection', socket));
    if (await tryListen(door, address, port)) doors.push(door);
  }
  return {
    async close(limitMs) {
      const closed = doors.map((door) => new Promise((resolve) => door.close(resolve)));
      // Again and again: a stream that was sent its goodbye leaves its connection idle a moment later.
      const idle = setInterval(() => server.closeIdleConnections(), idleEveryMs);
      // Not closeAllConnections: it knows nothing of sockets that became WebSockets.
      const limit = setTimeout(() => sockets.forEach((socket) => void socket.destroy()), limitMs);
      await Promise.all(closed);
      clearTimeout(limit);
      clearInterval(idle);
    },
  };
}

/** False when this machine has no such address (no IPv6, for one). */
function tryListen(server: NetServer, address: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const absent = error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT';
      if (absent && address === '::1') resolve(false);
      else reject(new Error(explain(error, address, port)));
    });
    server.listen({ host: address, port, backlog }, () => resolve(true));
  });
}

function explain(error: NodeJS.ErrnoException, address: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use. Stop what uses it, or set PORT to another.`;
    case 'EACCES':
      return `Port ${port} is not allowed for this user. Set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST is "${address}", which is not an address of this machine.`;
    default:
      return `Cannot listen on ${address}, port ${port}: ${error.message}`;
  }
}
