import type { Examined } from '../examine';
import { headerOf, valuesOf } from '../exchange';
import { fault, faultsOr, fine, type Remark } from '../remark';

/** Each may be there once. Several Vary lines are one list, and Set-Cookie is meant to repeat. */
const single = [
  'content-type',
  'cache-control',
  'access-control-allow-origin',
  'content-encoding',
  'x-accel-buffering',
];

/** What the stream's answer carries, compared with what Signalbox sends. */
export function judgeHeaders({ second, target }: Examined): Remark[] {
  const { exchange } = second;
  const type = headerOf(exchange, 'content-type');
  const caching = headerOf(exchange, 'cache-control')?.toLowerCase() ?? '';
  const missing = ['no-store', 'no-transform'].filter((word) => !caching.includes(word));
  const cors = valuesOf(exchange, 'access-control-allow-origin');
  const vary = headerOf(exchange, 'vary')?.toLowerCase() ?? '';
  const length = headerOf(exchange, 'content-length');
  const doubled = single.filter((name) => valuesOf(exchange, name).length > 1);
  return faultsOr(
    [
      !type?.toLowerCase().startsWith('text/event-stream') &&
        fault('content-type', `It is ${type ?? 'missing'}, not text/event-stream.`, { contentType: type }),
      length !== null && fault('content-length', `It promises ${length} bytes.`, { bytes: Number(length) }),
      doubled.length > 0 &&
        fault('duplicate-header', `Twice or more: ${doubled.join(', ')}.`, { doubled: doubled.join(', ') }),
      missing.length > 0 &&
        fault('cache-control', `Cache-Control is "${caching}": ${missing.join(' and ')} missing.`, {
          cacheControl: caching,
        }),
      !doubled.includes('access-control-allow-origin') && wrongCors(cors[0] ?? null, target.origin),
      vary !== '*' &&
        !vary.includes('origin') &&
        fault('vary', `Vary is "${vary}", without Origin.`, { vary }),
    ],
    fine('headers', 'type, caching, CORS and Vary as Signalbox sends them'),
  );
}

function wrongCors(given: string | null, origin: string): Remark | null {
  if (given === origin) return null;
  const words = given === null ? 'is missing' : `is ${given}`;
  return fault('cors', `Access-Control-Allow-Origin ${words}, where ${origin} asked.`, { given });
}
