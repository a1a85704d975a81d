import { constants, gunzipSync } from 'node:zlib';
import { mostBytes } from './exchange';

/** As Signalbox begins: no time, and no system, where compressors commonly name theirs. */
const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const ping = 'event: ping\n';

/**
 * Whether a gzip body was deflated frame by frame, as Signalbox does it: short frames are stored as they are, so that
 * every heartbeat can be read in the compressed bytes. A proxy's gzip deflates them. Null for a body without one.
 */
export function isDeflatedFrameByFrame(body: Buffer): boolean | null {
  if (!body.subarray(0, gzipHead.length).equals(gzipHead)) return false;
  const said = pingsIn(inflated(body));
  return said === 0 ? null : pingsIn(body) === said;
}

function inflated(body: Buffer): Buffer {
  try {
    return gunzipSync(body, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostBytes });
  } catch {
    return Buffer.alloc(0);
  }
}

const pingsIn = (bytes: Buffer) => bytes.toString('latin1').split(ping).length - 1;
