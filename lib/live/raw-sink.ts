import type { ServerResponse } from 'node:http';
import type { Sink } from './session';

/**
 * Writes a stream's bytes to a response whose headers are out. Each piece goes to the socket as a finished chunk of
 * HTTP, made once for all who are sent the same: `response.write` would frame it anew for each reader, and that costs
 * more than the rest of a fan-out.
 */
export class RawSink implements Sink {
  constructor(private readonly response: ServerResponse) {}

  write(bytes: Uint8Array): void {
    const { response } = this;
    if (response.destroyed) return;
    // A request that was sent ahead of the answer before it has no socket yet.
    if (!response.socket) response.write(bytes);
    // HTTP/1.0 knows no chunks.
    else response.socket.write(response.chunkedEncoding ? chunkOf(bytes) : bytes);
  }

  /** The response's own and its socket's. */
  queuedBytes(): number {
    return this.response.writableLength;
  }

  close(): void {
    this.response.end();
  }

  cut(): void {
    this.response.destroy();
  }
}

const chunks = new WeakMap<Uint8Array, Buffer>();
const lineEnd = Buffer.from('\r\n');

/** The bytes as one chunk (RFC 9112, section 7.1). */
function chunkOf(bytes: Uint8Array): Buffer {
  const known = chunks.get(bytes);
  if (known) return known;
  const size = Buffer.from(`${bytes.length.toString(16)}\r\n`);
  const chunk = Buffer.concat([size, bytes, lineEnd]);
  chunks.set(bytes, chunk);
  return chunk;
}
