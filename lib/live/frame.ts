import { constants, deflateRawSync } from 'node:zlib';

/** Below this, deflating takes longer than it saves. */
const worthDeflating = 160;
/** An empty stored block, as a sync flush writes it: Go's readers, Caddy's among them, hand nothing on without one. */
const flush = Buffer.from([0, 0, 0, 0xff, 0xff]);

/** Some text of the stream and its bytes in each encoding, made once, when first asked for, and shared by every reader. */
export class Frame {
  private bytes: Buffer | null = null;
  private deflated: Buffer | null = null;

  constructor(readonly text: string) {}

  /** UTF-8. */
  get plain(): Buffer {
    this.bytes ??= Buffer.from(this.text);
    return this.bytes;
  }

  /** The same as whole blocks of raw deflate that refer to nothing before them and end on a byte: fit for any gzip stream. */
  get blocks(): Buffer {
    this.deflated ??= toBlocks(this.plain);
    return this.deflated;
  }
}

function toBlocks(plain: Buffer): Buffer {
  if (plain.length >= worthDeflating) return deflateRawSync(plain, { finishFlush: constants.Z_SYNC_FLUSH });
  // A stored block: three bits that say so, padding, the length, its complement, and the bytes as they are.
  const head = Buffer.alloc(5);
  head.writeUInt16LE(plain.length, 1);
  head.writeUInt16LE(~plain.length & 0xffff, 3);
  return Buffer.concat([head, plain, flush]);
}
