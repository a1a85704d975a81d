import type { Examined } from '../examine';
import { bodyOf } from '../exchange';
import { bytesInWords, fault, faultsOr, fine, inWords, type Remark } from '../remark';
import type { Visitor } from '../visitor';
import { heldMs, intervalMs, largestBurst } from './measures';

/** A page is told of a change within a second, or it is not live. */
const heldLimitMs = 1_000;
const slowMs = 2_000;
/** The longest interval Signalbox can be set to, and some. */
const longestSilenceMs = 31_000;

/** How bytes arrive: at once or bunched, when first, and whether they keep coming. */
export function judgeFlow(seen: Examined, visitor: Visitor, knownIntervalMs: number | null): Remark[] {
  const buffering = judgeBuffering(seen, visitor, knownIntervalMs);
  if (buffering.severity !== 'ok') return [buffering];
  return [buffering, firstByte(seen), ...heartbeats(seen, visitor, knownIntervalMs)];
}

/** `knownIntervalMs`: the heartbeat as another address or visitor showed it. */
export function judgeBuffering(seen: Examined, visitor: Visitor, knownIntervalMs: number | null): Remark {
  const { exchange, pings, helloAtMs } = visitor;
  const endedAtMs = exchange.closedAtMs ?? seen.leftAtMs;
  const openMs = endedAtMs - exchange.askedAtMs;
  const stateBytes = Buffer.byteLength(bodyOf(seen.status));
  if (helloAtMs === null) {
    const bytes = exchange.arrivals.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const body = bytes === 0 ? 'no body' : `no more than ${bytesInWords(bytes)} of the body`;
    const what = exchange.status === null ? 'not even headers' : `headers, but ${body}`;
    const words = `Nothing to read in ${inWords(openMs)}: ${what}. The first state alone has ${bytesInWords(stateBytes)}.`;
    return fault('buffered', words, { heldMs: Math.round(openMs), heldBytesAtLeast: stateBytes });
  }
  const held = heldMs(pings);
  if (held > heldLimitMs + seen.ownLagMs) {
    const burst = largestBurst(exchange.arrivals, pings);
    const words = `${burst.pings} heartbeats came in one bunch of ${bytesInWords(burst.bytes)}, held for up to ${inWords(held)}.`;
    return fault('buffered', words, {
      heldMs: Math.round(held),
      bunchBytes: burst.bytes,
      bunched: burst.pings,
    });
  }
  const silentMs = endedAtMs - Math.max(helloAtMs, pings.at(-1)?.atMs ?? 0);
  const expectedMs = knownIntervalMs === null ? longestSilenceMs : Math.max(2_000, 2.5 * knownIntervalMs);
  if (exchange.closedAtMs === null && pings.length === 0 && silentMs > expectedMs) {
    const words = `After the first bytes nothing came for ${inWords(silentMs)}, not even a heartbeat.`;
    return fault('buffered', words, { heldMs: Math.round(silentMs) });
  }
  return fine(
    'buffering',
    pings.length > 1
      ? `nothing held for more than ${inWords(Math.max(1, held))}`
      : 'the first bytes came at once',
    {
      heldMs: Math.round(held),
    },
  );
}

/** The quickest of several visitors: a hop that delays, delays them all, and a busy moment only one. */
function firstByte({ first, second, samePage, resumedByQuery, ownLagMs }: Examined): Remark {
  const waits = [first, second, samePage, resumedByQuery].flatMap((visitor) =>
    visitor?.helloAtMs ? visitor.helloAtMs - visitor.exchange.askedAtMs : [],
  );
  const ms = Math.round(Math.min(...waits));
  if (ms > slowMs + ownLagMs)
    return fault('slow-first-byte', `The first byte came after ${inWords(ms)}.`, { ms });
  return fine('first-byte', `first byte after ${inWords(ms)}`, { ms });
}

function heartbeats(seen: Examined, visitor: Visitor, knownIntervalMs: number | null): Remark[] {
  const { exchange, pings, events } = visitor;
  const interval = intervalMs(pings);
  const done = events.find(({ name }) => name === 'done');
  const silence = seen.leftAtMs - (pings.at(-1)?.atMs ?? exchange.askedAtMs);
  const every = interval === null ? null : inWords(interval);
  const expected = interval ?? knownIntervalMs;
  const isSilent =
    expected !== null && exchange.closedAtMs === null && silence > Math.max(2_000, 2.5 * expected);
  const heard = pings.length === 0 ? 'too short a time to hear a heartbeat' : 'one heartbeat heard';
  return faultsOr(
    [
      exchange.closedAtMs !== null && !done && cut(visitor, exchange.closedAtMs, every),
      isSilent &&
        fault(
          'heartbeat-missing',
          `Silent for ${inWords(silence)}, where a heartbeat comes every ${inWords(expected)}.`,
          { silentMs: Math.round(silence), intervalMs: expected },
        ),
    ],
    fine('heartbeats', every === null ? heard : `a heartbeat every ${every}`, { intervalMs: interval }),
  );
}

function cut({ exchange }: Visitor, closedAtMs: number, every: string | null): Remark {
  const livedMs = closedAtMs - exchange.askedAtMs;
  const idleMs = closedAtMs - (exchange.arrivals.at(-1)?.atMs ?? exchange.askedAtMs);
  const beat = every === null ? 'before any two heartbeats' : `with a heartbeat every ${every}`;
  const words = `Cut after ${inWords(livedMs)}, ${inWords(idleMs)} after the last byte, ${beat}.`;
  return fault('stream-cut', words, { livedMs: Math.round(livedMs), idleMs: Math.round(idleMs) });
}
