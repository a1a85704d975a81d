import { constants, inflateRawSync } from 'node:zlib';

const gzipHeaderBytes = 10;
const syncFlush = Buffer.from([0, 0, 0xff, 0xff]);

/** The block decoded last: everyone is sent the same bytes, so that most need no decoding. */
let latest: { packed: Buffer; plain: Buffer } = { packed: Buffer.alloc(0), plain: Buffer.alloc(0) };

/**
 * Decodes a gzip stream made of blocks that each end with a sync flush and refer to nothing before them. It holds
 * no window, so that thousands fit in one process. Throws for a stream whose blocks refer to earlier ones.
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
    if (!this.pending.subarray(-syncFlush.length).equals(syncFlush)) return;
    const packed = this.pending;
    this.pending = Buffer.alloc(0);
    this.onPlain(inflated(packed));
  }
}

function inflated(packed: Buffer): Buffer {
  if (packed.equals(latest.packed)) return latest.plain;
  const plain = inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH });
  latest = { packed, plain };
  return plain;
}
