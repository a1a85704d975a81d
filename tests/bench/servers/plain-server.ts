import type { ServerResponse } from 'node:http';
import { heartbeatMs, revision, serve, state, streamHeaders } from './serve';

/** The least that Node can do: each message becomes one buffer, written to every open answer. */

const open = new Set<ServerResponse>();
const first = Buffer.from(`id: ${revision}\ndata: ${state}\n\n`);

const send = (text: string) => {
  const bytes = Buffer.from(text);
  for (const response of open) response.write(bytes);
};

const heartbeats = setInterval(() => {
  const ping = JSON.stringify({ revision, now: new Date().toISOString() });
  send(`: heartbeat\n\nevent: ping\ndata: ${ping}\n\n`);
}, heartbeatMs);

await serve(
  (_, response) => {
    response.writeHead(200, streamHeaders);
    response.write(`retry: ${2000 + Math.floor(Math.random() * 2001)}\n: connected\n\n`);
    response.write(first);
    open.add(response);
    response.on('close', () => open.delete(response));
  },
  (json) => send(`data: ${json}\n\n`),
  () => {
    clearInterval(heartbeats);
    for (const response of open) response.end();
  },
);
