import { constants, crc32, deflateRawSync } from 'node:zlib';
import { Checksum } from './checksum';

/** Below this, deflating takes longer than it saves. */
const worthDeflating = 160;
/** As far back as deflate refers (RFC 1951), less what zlib keeps for itself. */
const windowBytes = 32 * 1024 - 262;
/** Readers differ in how many heartbeats they had since the last state; so many kinds of them are worth a block each. */
const mostKinds = 16;
/** An empty stored block, as a sync flush writes it: Go's readers, Caddy's among them, hand nothing on without one. */
const flush = Buffer.from([0, 0, 0, 0xff, 0xff]);

/** The last long text that a stream brought, and how many bytes it brought since. */
export type Past = { frame: Frame; since: number };

let framesMade = 0;

/** Some text of the stream and its bytes in each encoding, made once, when first asked for, and shared by every reader. */
export class Frame {
  private readonly number = framesMade++;
  private bytes: Buffer | null = null;
  private deflated: Buffer | null = null;
  private sum: Checksum | null = null;
  /** By what came before, as a number: frames that held each other would all be kept. */
  private readonly deflatedAfter = new Map<number, Buffer>();
  /** Nearly all readers have the same past. */
  private latest: { key: number; blocks: Buffer } | null = null;
  private own: Past | null = null;

  /** `ending`: what all who have the same state have in common, whichever way they were brought it. */
  constructor(
    readonly text: string,
    private readonly ending: Past | null = null,
  ) {}

  /** UTF-8. */
  get plain(): Buffer {
    this.bytes ??= Buffer.from(this.text);
    return this.bytes;
  }

  /** The CRC-32 of what `before` stands for, followed by this text. */
  checksumAfter(before: number): number {
    if (!this.isLong) return crc32(this.plain, before);
    this.sum ??= new Checksum(this.plain);
    return this.sum.after(before);
  }

  /** What a stream has behind it once it brought this after `past`. */
  leaves(past: Past | null): Past | null {
    if (this.ending) return this.ending;
    if (this.isLong) {
      this.own ??= { frame: this, since: 0 };
      return this.own;
    }
    return past && { frame: past.frame, since: past.since + this.plain.length };
  }

  /**
   * The same as whole blocks of raw deflate that end on a byte and refer to nothing before them but `past.frame`: the
   * same for everyone with this past.
   */
  blocks(past: Past | null): Buffer {
    if (past && this.isLong && past.since < windowBytes) {
      const key = past.frame.number * windowBytes + past.since;
      if (this.latest?.key === key) return this.latest.blocks;
      const blocks = this.deflatedAfter.get(key) ?? this.deflateAfter(past, key);
      if (blocks) {
        this.latest = { key, blocks };
        return blocks;
      }
    }
    this.deflated ??= this.isLong ? deflate(this.plain) : stored(this.plain);
    return this.deflated;
  }

  private get isLong(): boolean {
    return this.plain.length >= worthDeflating;
  }

  private deflateAfter({ frame, since }: Past, key: number): Buffer | null {
    if (this.deflatedAfter.size >= mostKinds) return null;
    // What came since is not the same for all, so nothing may refer to it: no text holds a zero.
    const blocks = deflate(this.plain, Buffer.concat([frame.plain, Buffer.alloc(since)]));
    this.deflatedAfter.set(key, blocks);
    return blocks;
  }
}

function deflate(plain: Buffer, dictionary?: Buffer): Buffer {
  return deflateRawSync(plain, { ...(dictionary && { dictionary }), finishFlush: constants.Z_SYNC_FLUSH });
}

function stored(plain: Buffer): Buffer {
  // Three bits that say so, padding, the length, its complement, and the bytes as they are.
  const head = Buffer.alloc(5);
  head.writeUInt16LE(plain.length, 1);
  head.writeUInt16LE(~plain.length & 0xffff, 3);
  return Buffer.concat([head, plain, flush]);
}
