import type { ServerResponse } from 'node:http';
import type { Sink } from './session';

/**
 * Writes a stream's bytes to a response whose headers are out. Each piece goes to the socket as a finished chunk of
 * HTTP, made once for all who are sent the same: `response.write` would frame it anew for each reader, a fifth of a
 * fan-out's CPU.
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

  queuedBytes(): number {
    const { response } = this;
    return (response.socket ?? response).writableLength;
  }

  close(): void {
    this.response.end();
  }

  cut(): void {
    this.response.destroy();
  }
}

const chunks = new WeakMap<Uint8Array, Buffer>();
/** Within a fan-out nearly every reader is written what the one before was. */
let latest: { bytes: Uint8Array; chunk: Buffer } | null = null;
const lineEnd = Buffer.from('\r\n');

/** The bytes as one chunk (RFC 9112, section 7.1). */
function chunkOf(bytes: Uint8Array): Buffer {
  if (latest?.bytes === bytes) return latest.chunk;
  const chunk = chunks.get(bytes) ?? framed(bytes);
  chunks.set(bytes, chunk);
  latest = { bytes, chunk };
  return chunk;
}

function framed(bytes: Uint8Array): Buffer {
  const size = Buffer.from(`${bytes.length.toString(16)}\r\n`);
  return Buffer.concat([size, bytes, lineEnd]);
}
