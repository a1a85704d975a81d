import { encodingsOf } from '../decoder';
import type { Examined } from '../examine';
import { isDeflatedFrameByFrame } from '../frame-by-frame';
import { fault, fine, inWords, type Remark } from '../remark';
import { judgeBuffering } from './flow';

/** Whether somebody but Signalbox compresses, and whether it keeps bytes back. */
export function judgeCompression(seen: Examined, knownIntervalMs: number | null): Remark[] {
  const { first, second } = seen;
  const encodings = encodingsOf(first.exchange);
  const encoding = encodings.join(', ');
  const uninvited = encodingsOf(second.exchange).join(', ');
  if (encodings.length > 1)
    return [doubled(`It is compressed ${encodings.length} times: ${encoding}.`, encoding)];
  if (first.decodeError) return [doubled(`${encoding} that cannot be read: ${first.decodeError}.`, encoding)];
  if (encodings.length > 0 && isStillGzip(first.events.length, first.helloAtMs, seen))
    return [doubled(`Below one ${encoding} lies another.`, encoding)];
  if (uninvited !== '')
    return [fault('recompressed', `It is ${uninvited}, though we asked for none.`, { encoding: uninvited })];

  const delay = judgeBuffering(seen, first, knownIntervalMs);
  const isHeld = delay.severity !== 'ok';
  if (encoding === '') {
    if (!isHeld) return [fine('compression', 'nobody compresses', { encoding: null })];
    // Visitors without compression are served at once: what holds the others is a compressor.
    if (first.exchange.status === null)
      return [fault('recompressed', `Who accepts compression waits. ${delay.seen}`, delay.figures, 'error')];
    return [delay];
  }
  const body = Buffer.concat(first.exchange.arrivals.map(({ bytes }) => bytes));
  const isOurs = encoding === 'gzip' ? isDeflatedFrameByFrame(body) : false;
  if (isOurs !== false && !isHeld)
    return [fine('compression', `${encoding}, as Signalbox makes it`, { encoding })];
  // Held, but not by whoever compressed it.
  if (isOurs !== false) return [delay];
  const words = isHeld
    ? `A hop added ${encoding}. ${delay.seen}`
    : `A hop added ${encoding}; first readable after ${inWords((first.helloAtMs ?? 0) - first.exchange.askedAtMs)}.`;
  return [fault('recompressed', words, { ...delay.figures, encoding }, isHeld ? 'error' : 'warn')];
}

function doubled(words: string, encoding: string): Remark {
  return fault('undecodable', words, { encoding });
}

/** Bytes came and were unpacked, but are no event stream. */
function isStillGzip(events: number, helloAtMs: number | null, { first, second }: Examined): boolean {
  return events === 0 && helloAtMs === null && first.firstText !== '' && second.helloAtMs !== null;
}
