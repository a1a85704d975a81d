import { constants, inflateRawSync } from 'node:zlib';

const gzipHeaderBytes = 10;
const storedHeadBytes = 5;
const syncFlush = Buffer.from([0, 0, 0xff, 0xff]);

/** The block decoded last: everyone is sent the same bytes, so that most need no decoding. */
let latest: { packed: Buffer; plain: Buffer } = { packed: Buffer.alloc(0), plain: Buffer.alloc(0) };

/**
 * Decodes a gzip stream made of blocks that end on a byte and refer to nothing before them: stored ones, and deflated
 * ones that end with a sync flush. It holds no window, so that thousands fit in one process. Throws for a stream
 * whose blocks refer to earlier ones. What a gzip stream ends with is not looked at.
 */
export class BlockInflater {
  private pending: Buffer = Buffer.alloc(0);
  private isBegun = false;

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
      this.onPlain(isStored(block) ? block.subarray(storedHeadBytes) : inflated(block));
    }
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

function inflated(packed: Buffer): Buffer {
  if (packed.equals(latest.packed)) return latest.plain;
  const plain = inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH });
  latest = { packed, plain };
  return plain;
}
