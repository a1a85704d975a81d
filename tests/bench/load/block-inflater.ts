import { constants, inflateRawSync } from 'node:zlib';

const gzipHeaderBytes = 10;
const storedHeadBytes = 5;
const syncFlush = Buffer.from([0, 0, 0xff, 0xff]);

type Decoded = { packed: Buffer; dictionary: readonly Buffer[]; plain: Buffer };

/** The block decoded last: everyone is sent the same bytes after the same, so that most need no decoding. */
let latest: Decoded = { packed: Buffer.alloc(0), dictionary: [], plain: Buffer.alloc(0) };

/**
 * Decodes a gzip stream made of blocks that end on a byte: stored ones, and deflated ones that end with a sync flush
 * and refer to nothing before the deflated block before them. What they may refer to is shared between all readers,
 * so that thousands fit in one process. Throws for a stream that refers further back. What a gzip stream ends with is
 * not looked at.
 */
export class BlockInflater {
  private pending: Buffer = Buffer.alloc(0);
  private isBegun = false;
  /** The plain text of the last deflated block, and of the stored ones since. */
  private recent: Buffer[] = [];

  constructor(private readonly onPlain: (bytes: Buffer) => void) {}

  feed(bytes: Buffer): void {
    this.pending = Buffer.concat([this.pending, bytes]);
    if (!this.isBegun) {
      if (this.pending.length < gzipHeaderBytes) return;
      this.isBegun = true;
      this.pending = this.pending.subarray(gzipHeaderBytes);
    }
    for (let end = blockEnd(this.pending); end > 0; end = blockEnd(this.pending)) {
      const block = this.pending.subarray(0, end);
      this.pending = this.pending.subarray(end);
      this.onPlain(this.decode(block));
    }
  }

  private decode(block: Buffer): Buffer {
    if (isStored(block)) {
      const plain = block.subarray(storedHeadBytes);
      // A copy: the block is part of a much larger one.
      if (this.recent.length > 0 && plain.length > 0) this.recent.push(Buffer.from(plain));
      return plain;
    }
    const plain = inflated(block, this.recent);
    this.recent = [plain];
    return plain;
  }
}

/** The low three bits of a block's first byte: not the last, and as it is. */
const isStored = (block: Buffer) => ((block[0] ?? 1) & 7) === 0;

/** Where the first block ends; 0 while it is not all there, and for the last one. */
function blockEnd(pending: Buffer): number {
  if (pending.length < storedHeadBytes || ((pending[0] ?? 1) & 1) === 1) return 0;
  if (!isStored(pending)) {
    const flush = pending.indexOf(syncFlush);
    return flush < 0 ? 0 : flush + syncFlush.length;
  }
  const end = storedHeadBytes + pending.readUInt16LE(1);
  return pending.length < end ? 0 : end;
}

function inflated(packed: Buffer, dictionary: readonly Buffer[]): Buffer {
  if (packed.equals(latest.packed) && isSame(dictionary, latest.dictionary)) return latest.plain;
  const finishFlush = constants.Z_SYNC_FLUSH;
  const plain = inflateRawSync(packed, { dictionary: Buffer.concat(dictionary), finishFlush });
  latest = { packed, dictionary: [...dictionary], plain };
  return plain;
}

function isSame(some: readonly Buffer[], others: readonly Buffer[]): boolean {
  return some.length === others.length && some.every((one, i) => one.equals(others[i] as Buffer));
}
