import type { Transform } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type Arrival, type Exchange, headerOf, mostBytes, nowMs } from './exchange';
import { bytesInWords } from './remark';

/**
 * Undoes a stream's Content-Encoding as it comes. `onText` is given what could be read at once, and when;
 * `onError` an encoding that cannot be undone.
 */
export function decoder(
  exchange: () => Exchange,
  onText: (text: string, atMs: number) => void,
  onError: (reason: string) => void,
): (arrival: Arrival) => void {
  const text = new TextDecoder();
  let undo: Transform | null | undefined;
  return ({ bytes, atMs }) => {
    if (undo === undefined) undo = prepare(encodingsOf(exchange()), text, onText, onError);
    if (undo) undo.write(bytes);
    else onText(text.decode(bytes, { stream: true }), atMs);
  };
}

/** The encodings an answer names, in the order they were put on; `identity` is none. */
export function encodingsOf(exchange: Exchange): string[] {
  const names = (headerOf(exchange, 'content-encoding') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase());
  return names.filter((name) => name !== '' && name !== 'identity');
}

function prepare(
  encodings: string[],
  text: TextDecoder,
  onText: (text: string, atMs: number) => void,
  onError: (reason: string) => void,
): Transform | null {
  const layers = encodings.toReversed().map(layerFor);
  if (layers.includes(null)) onError(`no decoder here for ${encodings.join(', ')}`);
  const known = layers.filter((layer) => layer !== null);
  const [outer] = known;
  if (!outer) return null;
  const last = known.reduce((from, to) => from.pipe(to));
  for (const layer of known) layer.on('error', (error: Error) => onError(error.message));
  let unpacked = 0;
  last.on('data', (bytes: Buffer) => {
    unpacked += bytes.length;
    if (unpacked <= mostBytes) return onText(text.decode(bytes, { stream: true }), nowMs());
    // A few bytes can unpack to more than fits into memory.
    onError(`it unpacks to more than ${bytesInWords(mostBytes)}`);
    for (const layer of known) layer.destroy();
  });
  return outer;
}

/** Each hands on what can be read so far, as browsers do. */
function layerFor(encoding: string): Transform | null {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip({ flush: constants.Z_SYNC_FLUSH });
  if (encoding === 'deflate') return createInflate({ flush: constants.Z_SYNC_FLUSH });
  if (encoding === 'br') return createBrotliDecompress({ flush: constants.BROTLI_OPERATION_FLUSH });
  return null;
}
