import type { Frame, Past } from './frame';
import type { StreamEncoding } from './live-observer';

/** Turns frames into the bytes of one stream. The frames' own bytes are shared; only what differs per stream is here. */
export type StreamEncoder = {
  readonly encoding: StreamEncoding;
  encode(frame: Frame): Uint8Array;
  /** The last frame, and what ends the stream. */
  finish(frame: Frame): Uint8Array;
};

/** The encoder of a new stream. */
export function newEncoder(encoding: StreamEncoding): StreamEncoder {
  return encoding === 'gzip' ? new GzipEncoder() : plainEncoder;
}

const plainEncoder: StreamEncoder = {
  encoding: 'identity',
  encode: (frame) => frame.plain,
  finish: (frame) => frame.plain,
};

/** RFC 1952: deflate, no name, no time, no system. */
const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** The hellos are few, so that readers who come all at once share these, too. */
const openings = new WeakMap<Frame, Buffer>();

function openingOf(frame: Frame, blocks: Buffer): Buffer {
  const opening = openings.get(frame) ?? Buffer.concat([head, blocks]);
  openings.set(frame, opening);
  return opening;
}

class GzipEncoder implements StreamEncoder {
  readonly encoding = 'gzip';
  private checksum = 0;
  private size = 0;
  private past: Past | null = null;

  encode(frame: Frame): Uint8Array {
    const isFirst = this.size === 0;
    const blocks = frame.blocks(this.past);
    this.past = frame.leaves(this.past);
    this.checksum = frame.checksumAfter(this.checksum);
    this.size = (this.size + frame.plain.length) >>> 0;
    return isFirst ? openingOf(frame, blocks) : blocks;
  }

  finish(frame: Frame): Uint8Array {
    // An empty block that says it is the last, then what a reader checks the whole by.
    const tail = Buffer.from([3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const bytes = this.encode(frame);
    tail.writeUInt32LE(this.checksum, 2);
    tail.writeUInt32LE(this.size, 6);
    return Buffer.concat([bytes, tail]);
  }
}
