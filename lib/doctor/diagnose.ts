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
import { fault, type Remark } from './remark';
import { isUnheard, unexamined } from './unexamined';

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
 * apart from its consequences is not judged. What there was no time for is a fault of its own.
 */
export function diagnose(seen: Examined, circumstances: Circumstances): Remark[] {
  const late = unexamined(seen);
  const { remarks, isWhole } = judge(seen, circumstances);
  const judged = remarks.filter(({ check }) => !late.includes(check));
  if (late.length === 0 || !isWhole) return judged;
  const checks = late.join(', ');
  return [
    ...judged,
    fault('out-of-time', `The time was over before these were examined: ${checks}.`, { checks }),
  ];
}

/** `isWhole`: whether no fault kept others from being judged. */
function judge(seen: Examined, circumstances: Circumstances): { remarks: Remark[]; isWhole: boolean } {
  const { isInsecure, isOuter, atMs } = circumstances;
  const remarks = judgeAddress(seen, isInsecure, isOuter, atMs);
  if (remarks.some(({ id }) => id === 'tls-failed')) return upTo(remarks);
  const opening = judgeOpening(seen);
  remarks.push(...opening);
  if (isBad(opening) || isBad(remarks.filter(({ check }) => check === 'redirects'))) {
    const isGone = opening.some(({ id }) => gone.has(id));
    // One broken backend is one fault, however many addresses of it fail.
    return upTo(isGone && seen.revision === null ? remarks : [...remarks, ...judgePolling(seen)]);
  }
  remarks.push(...judgeKept(seen), ...judgePolling(seen));
  if (isUnheard(seen.second, seen)) return { remarks, isWhole: true };

  const known =
    circumstances.knownIntervalMs ?? intervalMs(seen.first.pings) ?? intervalMs(seen.second.pings);
  const sharing = judgeSharing(seen);
  const flow = judgeFlow(seen, seen.second, known);
  const headers = seen.second.exchange.status === null ? [] : judgeHeaders(seen);
  if (isBad(sharing)) return upTo([...remarks, ...headers, ...sharing]);
  remarks.push(...headers, ...flow);
  if (isBad(flow.filter(({ id }) => id === 'buffered'))) return upTo(remarks);

  remarks.push(...judgeCompression(seen, known));
  if (headers.some(({ id }) => id === 'content-type')) return upTo(remarks);
  const hasCors = headerOf(seen.second.exchange, 'access-control-allow-origin') !== null;
  remarks.push(...sharing, ...judgeGuard(seen), ...judgePreflight(seen, hasCors));
  remarks.push(...judgeErrorCors(seen, hasCors), ...judgeHead(seen), ...judgeResume(seen));
  return { remarks, isWhole: true };
}

const gone = new Set<string>(['unreachable', 'unanswered', 'bad-gateway', 'not-found', 'malformed-answer']);

const upTo = (remarks: Remark[]) => ({ remarks, isWhole: false });

function isBad(remarks: readonly Remark[]): boolean {
  return remarks.some(({ severity }) => severity === 'error');
}
