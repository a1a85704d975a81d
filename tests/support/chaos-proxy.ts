import { EventEmitter } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { type Chaos, ChaosConnection } from './chaos-connection';
import { badGateway, type Fault } from './chaos-fault';

export type { Fault } from './chaos-fault';

export type ChaosProxy = {
  /** `http://localhost:<port>`, so that the product takes its Host for its own. */
  url: string;
  port: number;
  /** Strikes every connection, open or to come, with this fault; `null` lets all pass again. */
  set(fault: Fault | null): void;
  /** Closes every connection. */
  stop(): Promise<void>;
};

/** A TCP proxy on a free port of 127.0.0.1 that treats what it carries as badly as it is told. */
export async function startChaosProxy({
  target,
}: {
  target: { host: string; port: number } | number;
}): Promise<ChaosProxy> {
  const to = typeof target === 'number' ? { host: '127.0.0.1', port: target } : target;
  const chaos: Chaos = { fault: null, changes: new EventEmitter().setMaxListeners(0) };
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    return socket;
  };
  const server = createServer({ allowHalfOpen: true }, (client) => {
    keep(client);
    if (chaos.fault?.kind === 'bad-gateway') refuse(client);
    else new ChaosConnection(client, keep(connect({ ...to, allowHalfOpen: true })), chaos);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    port,
    set: (fault) => {
      chaos.fault = fault;
      chaos.changes.emit('change');
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Waits for the question, as a gateway does, before it says that there is no answer. */
function refuse(client: Socket): void {
  client.on('error', () => {});
  client.once('data', () => client.end(badGateway));
  client.on('end', () => client.end());
}
