import { floodCode } from '../begin-exchange';
import type { Examined } from '../examine';
import { headerOf } from '../exchange';
import { fault, type Remark } from '../remark';
import type { Visitor } from '../visitor';

/** How Signalbox begins each stream. */
const opening = 'retry: ';
/** A proxy that waited for more would take longer than this to end an answer without it. */
const atOnceMs = 1_000;

/** What is wrong with a 200 that brings something else than Signalbox's stream; null where it may well be that. */
export function judgeContent({ first, second }: Examined): Remark[] | null {
  const { exchange, firstText } = second;
  const figures = { status: exchange.status };
  const isHeard = first.helloAtMs !== null || second.helloAtMs !== null;
  if (!isHeard && !opening.startsWith(firstText.slice(0, opening.length))) {
    const type = headerOf(exchange, 'content-type') ?? 'something';
    const words = `It answered ${exchange.status} with ${type} that begins ${JSON.stringify(firstText)}.`;
    return [fault('not-found', words, figures)];
  }
  if (!isHeard && isEmpty(second))
    return [fault('not-found', `It answered ${exchange.status} and nothing else.`, figures)];
  const flood = [first, second]
    .map(({ exchange }) => exchange.failure)
    .find((one) => one?.code === floodCode);
  return flood ? [fault('malformed-answer', `It does not stop: ${flood.message}.`, figures)] : null;
}

function isEmpty({ exchange: { askedAtMs, closedAtMs, status, arrivals } }: Visitor): boolean {
  const isQuick = closedAtMs !== null && closedAtMs - askedAtMs < atOnceMs;
  return status === 200 && isQuick && arrivals.length === 0;
}
