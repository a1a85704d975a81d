import { inflateRawSync } from 'node:zlib';

const syncMark = Buffer.from([0x00, 0x00, 0xff, 0xff]);
/** As Signalbox begins: no time, and no system, where compressors commonly name theirs. */
const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/**
 * Whether a gzip body was deflated frame by frame, as Signalbox does it: after the header, pieces that each end with
 * a sync flush and refer to nothing before them. A proxy's gzip refers back. Null with fewer than two pieces,
 * which is too little to tell: short frames are stored as they are, and make no piece of their own.
 */
export function isDeflatedFrameByFrame(body: Buffer): boolean | null {
  if (!body.subarray(0, gzipHead.length).equals(gzipHead)) return false;
  const pieces: Buffer[] = [];
  for (let from = gzipHead.length; ; ) {
    const mark = body.indexOf(syncMark, from);
    if (mark < 0) break;
    pieces.push(body.subarray(from, mark + syncMark.length));
    from = mark + syncMark.length;
  }
  if (pieces.length < 2) return null;
  return pieces.every(standsAlone);
}

function standsAlone(piece: Buffer): boolean {
  try {
    // An empty final block, as the piece itself does not end the stream.
    inflateRawSync(Buffer.concat([piece, Buffer.from([0x03, 0x00])]));
    return true;
  } catch {
    return false;
  }
}
