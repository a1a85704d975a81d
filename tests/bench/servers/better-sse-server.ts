import type { ServerResponse } from 'node:http';
import { createChannel, createSession } from 'better-sse';
import { heartbeatMs, revision, serve, state, streamHeaders } from './serve';

/** better-sse used as its own documentation does: one session per answer, one channel for all. */

const channel = createChannel();
const open = new Set<ServerResponse>();
const asItIs = (text: unknown) => String(text);

await serve(
  async (request, response) => {
    const session = await createSession(request, response, {
      headers: streamHeaders,
      keepAlive: heartbeatMs,
      retry: 2000 + Math.floor(Math.random() * 2001),
      serializer: asItIs,
    });
    session.push(state, 'message', `${revision}`);
    channel.register(session);
    open.add(response);
    response.on('close', () => open.delete(response));
  },
  (json) => channel.broadcast(json, 'message'),
  () => {
    for (const response of open) response.end();
  },
);
