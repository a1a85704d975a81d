import { type Answer, toResponse } from './answer';
import type { LiveRoom } from './live-room';
import type { Session, Sink } from './session';
import { answerStream, type Transport } from './stream-answer';
import type { StreamSettings } from './stream-settings';

/**
 * Answers a request for the stream where only fetch's `Request` and `Response` are to be had, as in Next's
 * handlers. Plain alone: whoever serves without our server brings its own compression.
 */
export async function answerWebStream(
  request: Request,
  room: LiveRoom,
  settings: StreamSettings,
): Promise<Response> {
  const transport = new WebTransport(request.signal);
  const { method, headers, url } = request;
  await answerStream({ method, headers, query: new URL(url).searchParams }, room, settings, transport);
  return transport.response;
}

class WebTransport implements Transport {
  readonly encodings = ['identity'] as const;
  response = Response.error();
  private session: Session | null = null;

  constructor(private readonly gone: AbortSignal) {}

  answer(answer: Answer): void {
    this.response = toResponse(answer);
  }

  head(headers: Record<string, string>): void {
    this.response = new Response(null, { headers });
  }

  begin(headers: Record<string, string>): Sink {
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
    const stream = new ReadableStream<Uint8Array>(
      {
        start: (given) => {
          controller = given;
        },
        pull: () => this.session?.drained(),
        // How Next tells that the reader has gone.
        cancel: () => this.session?.leave(),
      },
      // With a mark of zero the desired size is, but for its sign, what the reader has not taken.
      new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
    );
    this.response = new Response(stream, { headers });
    const close = () => {
      controller?.close();
      // Nobody tells when the last bytes are taken.
      queueMicrotask(() => this.session?.leave());
    };
    return {
      write: (bytes) => controller?.enqueue(bytes),
      queuedBytes: () => -(controller?.desiredSize ?? 0),
      close,
      // The connection is not ours to destroy: what is queued stays until the reader takes it or goes.
      cut: (lastWords) => {
        if (lastWords.length > 0) controller?.enqueue(lastWords);
        close();
      },
    };
  }

  opened(session: Session): void {
    this.session = session;
    // Next never touches the stream of a reader who went before its answer began, so `cancel` does not tell.
    this.gone.addEventListener('abort', () => session.leave());
    if (this.gone.aborted) session.leave();
  }
}
