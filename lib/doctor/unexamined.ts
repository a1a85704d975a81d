import type { Examined } from './examine';
import type { Exchange } from './exchange';
import type { Check } from './faults';
import type { Visitor } from './visitor';

/** Whoever was cut short before this could not be expected to hear anything. */
const patienceMs = 3_000;

/** Whether the deadline left a visitor too little time, so that its silence tells nothing. */
export function isUnheard({ exchange, helloAtMs }: Visitor, { leftAtMs }: Examined): boolean {
  return exchange.isCutShort && helloAtMs === null && leftAtMs - exchange.askedAtMs < patienceMs;
}

/** The checks for which the deadline left no time. */
export function unexamined(seen: Examined): Check[] {
  const { status, statusAgain, head, preflight, wrongPreflight, wrongOrigin, noOrigin, wrongMethod } = seen;
  const { samePage, resumedByHeader, resumedByQuery } = seen;
  const isCut = (exchange: Exchange | null | undefined) => exchange?.isCutShort ?? false;
  const cut: [Check, boolean][] = [
    ['opening', isUnheard(seen.first, seen) && seen.first.exchange.status === null],
    ...flowing.map((check): [Check, boolean] => [check, isUnheard(seen.second, seen)]),
    [
      'guard',
      isCut(wrongOrigin) ||
        isCut(noOrigin) ||
        (samePage.exchange.status === null && isCut(samePage.exchange)),
    ],
    ['preflight', isCut(preflight) || isCut(wrongPreflight)],
    ['error-cors', isCut(wrongMethod)],
    ['head', isCut(head)],
    ['resume', isCut(status) || isCut(resumedByHeader?.exchange) || isCut(resumedByQuery?.exchange)],
    ['keep-alive', seen.kept.every(({ idleMs, exchange }) => idleMs === 0 && exchange.status === 200)],
    ['polling', isCut(status) || isCut(statusAgain)],
  ];
  return cut.filter(([, isCut]) => isCut).map(([check]) => check);
}

/** What the second visitor tells. */
const flowing: Check[] = ['headers', 'first-byte', 'buffering', 'heartbeats', 'compression', 'sharing'];
