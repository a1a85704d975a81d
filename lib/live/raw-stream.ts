import type { IncomingMessage, ServerResponse } from 'node:http';
import { log } from '@/lib/log';
import type { Answer } from './answer';
import type { LiveRoom } from './live-room';
import { RawSink } from './raw-sink';
import type { Session, Sink } from './session';
import { answerStream, type StreamRequest, type Transport } from './stream-answer';
import type { StreamSettings } from './stream-settings';

const path = '/api/status/stream';

/**
 * Answers a request for the stream on Node's own response, before Next sees it. False for every other address,
 * other spellings of this one too: those that mean it get there through Next's route, by the same rules.
 */
export function answerRawStream(
  request: IncomingMessage,
  response: ServerResponse,
  room: () => LiveRoom,
  settings: () => StreamSettings,
): boolean {
  const { url = '' } = request;
  if (!url.startsWith(path) || (url.length > path.length && url[path.length] !== '?')) return false;
  const asked = toStreamRequest(request, url.slice(path.length));
  const failed = (error: unknown) => {
    log.error({ err: error }, 'a request for the stream failed');
    response.destroy();
  };
  try {
    answerStream(asked, room(), settings(), new RawTransport(request, response))?.catch(failed);
  } catch (error) {
    failed(error);
  }
  return true;
}

/** Several headers of one name arrive joined, as fetch would join them. */
function toStreamRequest({ method = 'GET', headers }: IncomingMessage, query: string): StreamRequest {
  return {
    method,
    headers: { get: (name) => headers[name]?.toString() ?? null },
    query: new URLSearchParams(query),
  };
}

class RawTransport implements Transport {
  readonly encodings = ['identity', 'gzip'] as const;

  constructor(
    private readonly request: IncomingMessage,
    private readonly response: ServerResponse,
  ) {}

  answer({ status, headers, body }: Answer): void {
    const { response } = this;
    response.statusCode = status;
    for (const name in headers) response.setHeader(name, headers[name] as string);
    response.end(body ?? undefined);
  }

  head(headers: Record<string, string>): void {
    this.response.writeHead(200, headers);
    this.response.end();
  }

  begin(headers: Record<string, string>): Sink {
    const { request, response } = this;
    // Connections by localhost's second address come from a server that does not set it.
    request.socket.setNoDelay(true);
    // What a stream begins with leaves in one piece.
    request.socket.cork();
    response.writeHead(200, headers).flushHeaders();
    return new RawSink(response);
  }

  opened(session: Session): void {
    const { request, response } = this;
    const { socket } = request;
    socket.uncork();
    const drained = () => session.drained();
    socket.on('drain', drained);
    response.on('close', () => {
      socket.off('drain', drained);
      session.leave();
    });
    // What is written to a connection that broke is nobody's; `close` follows.
    response.on('error', () => {});
    if (response.destroyed || response.closed) session.leave();
  }
}
