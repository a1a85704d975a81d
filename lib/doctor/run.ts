import { intervalMs } from './checks/measures';
import { deadlineIn } from './deadline';
import { diagnose } from './diagnose';
import { type Examined, examine } from './examine';
import { nowMs } from './exchange';
import { checks } from './faults';
import { locate } from './locate';
import type { Options } from './options';
import { programsIn } from './programs';
import { inWords, type Remark } from './remark';
import type { Hop, Report } from './report';

/** The last words are said within the time that was given. */
const wrapUpMs = 500;

/** Examines all addresses side by side and makes the report. `tell` is given what goes on, for whoever waits. */
export async function run(options: Options, tell: (words: string) => void): Promise<Report> {
  const { targets, seconds, isInsecure } = options;
  const startedAt = new Date();
  const beganMs = nowMs();
  const deadline = deadlineIn(seconds * 1_000 - wrapUpMs);
  const examined = await Promise.all(targets.map((target) => examine(target, deadline, tell)));
  deadline.release();
  const intervals = examined.map(({ first, second }) => intervalMs(second.pings) ?? intervalMs(first.pings));
  const knownIntervalMs = intervals.find((interval) => interval !== null) ?? null;
  const atMs = startedAt.getTime();
  const located = examined.map((seen, index) => {
    const remarks = diagnose(seen, { isInsecure, isOuter: index === 0, knownIntervalMs, atMs });
    return { url: (targets[index] ?? seen.target).base.origin, programs: programsOf(seen), remarks, seen };
  });
  const findings = locate(located);
  const [outer] = targets;
  return {
    version: 1,
    verdict: verdictOf(findings),
    startedAt: startedAt.toISOString(),
    tookMs: Math.round(nowMs() - beganMs),
    host: outer.host,
    origin: outer.origin,
    hops: located.map(({ url, programs, remarks, seen }, index) => {
      return { url, programs, ...hopOf(seen, remarks, intervals[index] ?? null) };
    }),
    findings,
  };
}

function programsOf({ first, second, status, head, wrongMethod, preflight }: Examined): Hop['programs'] {
  return programsIn([first.exchange, second.exchange, status, head, wrongMethod, preflight]);
}

function hopOf(seen: Examined, remarks: Remark[], heartbeatMs: number | null): Omit<Hop, 'url' | 'programs'> {
  const { handshake, second, leftAtMs } = seen;
  const judged = new Set(remarks.map(({ check }) => check));
  const needless = new Set(['reachable', ...(handshake ? [] : ['certificate'])]);
  const heard = second.helloAtMs;
  return {
    isReachable: !remarks.some(({ id }) => id === 'unreachable' || id === 'tls-failed'),
    protocol: handshake ? handshake.alpn : second.exchange.version && `http/${second.exchange.version}`,
    firstByteMs: heard === null ? null : Math.round(heard - second.exchange.askedAtMs),
    heartbeatMs,
    listenedMs: Math.round(leftAtMs - second.exchange.askedAtMs),
    notJudged: checks.filter((check) => !judged.has(check) && !needless.has(check)),
  };
}

function verdictOf(findings: Report['findings']): Report['verdict'] {
  if (findings.some(({ id }) => id === 'unreachable' || id === 'tls-failed')) return 'unreachable';
  if (findings.some(({ severity }) => severity === 'error')) return 'errors';
  return findings.some(({ severity }) => severity === 'warn') ? 'warnings' : 'healthy';
}

/** What is said while listening: how long it may still take. */
export function waitingWords(words: string, seconds: number, sinceMs: number): string {
  return `${words} … ${inWords(Math.max(0, nowMs() - sinceMs))} of at most ${seconds} s`;
}
