import { judgeErrorCors, judgeGuard, judgeHead, judgePreflight } from './checks/access';
import { judgeAddress } from './checks/address';
import { judgeKept, judgePolling, judgeResume } from './checks/afterwards';
import { judgeCompression } from './checks/compression';
import { judgeFlow } from './checks/flow';
import { judgeHeaders } from './checks/headers';
import { intervalMs } from './checks/measures';
import { judgeOpening } from './checks/opening';
import { judgeSharing } from './checks/sharing';
import type { Examined } from './examine';
import { headerOf } from './exchange';
import type { Remark } from './remark';

export type Circumstances = {
  isInsecure: boolean;
  /** Whether browsers come to this address, and not only the hop in front of it. */
  isOuter: boolean;
  /** The heartbeat as another address showed it. */
  knownIntervalMs: number | null;
  /** Epoch milliseconds, for the certificate. */
  atMs: number;
};

/**
 * Judges what one address showed. A fault that explains others keeps them from being named: what cannot be told
 * apart from its consequences is not judged.
 */
export function diagnose(seen: Examined, circumstances: Circumstances): Remark[] {
  const { isInsecure, isOuter, atMs } = circumstances;
  const remarks = judgeAddress(seen, isInsecure, isOuter, atMs);
  const opening = judgeOpening(seen);
  remarks.push(...opening);
  if (isBad(opening) || isBad(remarks.filter(({ check }) => check === 'redirects'))) {
    const isGone = opening.some(
      ({ id }) => id === 'unreachable' || id === 'bad-gateway' || id === 'not-found',
    );
    // One broken backend is one fault, however many addresses of it fail.
    return isGone && seen.status.status !== 200 ? remarks : [...remarks, ...judgePolling(seen)];
  }
  remarks.push(...judgeKept(seen), ...judgePolling(seen));

  const known =
    circumstances.knownIntervalMs ?? intervalMs(seen.first.pings) ?? intervalMs(seen.second.pings);
  const sharing = judgeSharing(seen);
  const flow = judgeFlow(seen, seen.second, known);
  const headers = seen.second.exchange.status === null ? [] : judgeHeaders(seen);
  if (isBad(sharing)) return [...remarks, ...headers, ...sharing];
  remarks.push(...headers, ...flow);
  if (isBad(flow.filter(({ id }) => id === 'buffered'))) return remarks;

  remarks.push(...judgeCompression(seen, known));
  if (headers.some(({ id }) => id === 'content-type')) return remarks;
  const hasCors = headerOf(seen.second.exchange, 'access-control-allow-origin') !== null;
  return [
    ...remarks,
    ...sharing,
    ...judgeGuard(seen),
    ...judgePreflight(seen, hasCors),
    ...judgeErrorCors(seen, hasCors),
    ...judgeHead(seen),
    ...judgeResume(seen),
  ];
}

function isBad(remarks: readonly Remark[]): boolean {
  return remarks.some(({ severity }) => severity === 'error');
}
