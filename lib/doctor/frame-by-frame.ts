import { inflateRawSync } from 'node:zlib';

const syncMark = Buffer.from([0x00, 0x00, 0xff, 0xff]);
const gzipHead = Buffer.from([0x1f, 0x8b, 0x08, 0x00]);
const headBytes = 10;

/**
 * Whether a gzip body was deflated frame by frame, as Signalbox does it: after the header, pieces that each end with
 * a sync flush and refer to nothing before them. A proxy's gzip refers back. Null with fewer than three pieces,
 * which is too little to tell.
 */
export function isDeflatedFrameByFrame(body: Buffer): boolean | null {
  if (!body.subarray(0, gzipHead.length).equals(gzipHead)) return false;
  const pieces: Buffer[] = [];
  for (let from = headBytes; ; ) {
    const mark = body.indexOf(syncMark, from);
    if (mark < 0) break;
    pieces.push(body.subarray(from, mark + syncMark.length));
    from = mark + syncMark.length;
  }
  if (pieces.length < 3) return null;
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
