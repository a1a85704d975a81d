import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { type Asked, beginExchange, type Opened } from './begin-exchange';
import type { Exchange } from './exchange';
import { serverName, type Target } from './target';

/** Sends one request over HTTP/1.1 and notes all that comes. Never throws: a failure is part of the exchange. */
export function openHttp1(target: Target, path: string, asked: Asked = {}): Opened {
  const begun = beginExchange(asked);
  const isTls = target.base.protocol === 'https:';
  const request = (isTls ? tlsRequest : plainRequest)(new URL(path, target.base), {
    method: asked.method ?? 'GET',
    setHost: false,
    headers: { Host: target.host, ...asked.headers },
    agent: asked.agent ?? false,
    // The certificate is judged on its own; what lies behind a bad one is examined all the same.
    ...(isTls && { rejectUnauthorized: false, servername: serverName(target) ?? '' }),
  });
  request.on('socket', (socket: Socket) => socket.once('connect', begun.connected));
  request.on('error', begun.finish);
  request.on('response', (response: IncomingMessage) => {
    const { statusCode: status = null, httpVersion: version, rawHeaders } = response;
    begun.headed({ status, version, headers: pairs(rawHeaders) });
    response.on('data', begun.received);
    response.on('error', begun.finish);
    response.on('close', () => begun.finish());
  });
  request.end();
  return begun.opened(() => request.destroy());
}

function pairs(raw: string[]): Exchange['headers'] {
  return raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? '']] : []));
}
