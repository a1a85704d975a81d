import type { FaultId } from '@/lib/doctor/faults';
import { freePort } from './free-port';
import { type Sabotage, type SabotageProxy, startSabotageProxy } from './sabotage-proxy';
import { sharing } from './sabotaged-answers';
import { otherWays, sabotages } from './sabotages';
import { dripping, flooding, startDeafServer, startTcpServer, waiting } from './stuck-servers';

/** One thing that is wrong, and what the doctor must name for it: that, and nothing else. */
export type SabotageCase = {
  fault: FaultId;
  how?: string;
  /** Starts what is examined, in front of the app or in its place. */
  start(appPort: number): Promise<SabotageProxy>;
  /** The address that is asked for, where it is not the one that was started. */
  address?: (url: string) => string;
  flags?: string[];
  /** Whether the doctor runs where the test authority is believed, as visitors believe the real ones. */
  isTrusting?: boolean;
};

/** The name the app serves. */
export const publicHost = 'status.example.com';
const dayMs = 24 * 60 * 60_000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs);
const asHttps = (url: string) => url.replace('http:', 'https:');
const inShort = ['--seconds', '5'];
/** Answers that come late leave little of the usual time. */
const late = new Set<FaultId>(['slow-first-byte', 'polling']);

const through = (fault: FaultId, sabotage: Sabotage, more: Partial<SabotageCase> = {}): SabotageCase => ({
  fault,
  start: (appPort) => startSabotageProxy(appPort, sabotage),
  flags: late.has(fault) ? ['--seconds', '20'] : [],
  ...more,
});

/** A front with a certificate as it should be, but for these. */
const overTls = (fault: FaultId, tls: Partial<Sabotage['tls']>, more: Partial<SabotageCase> = {}) =>
  through(fault, { tls: { name: publicHost, http2: true, ...tls } }, { isTrusting: true, ...more });

const streamHead = 'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nretry: 2000\n: connected\n\n';

/** Every fault, at least once. */
export const sabotageCases: SabotageCase[] = [
  ...Object.entries(sabotages).map(([fault, sabotage]) => through(fault as FaultId, sabotage)),
  ...otherWays.map(([fault, how, sabotage]) => through(fault, sabotage, { how })),
  {
    fault: 'shared',
    start: (appPort) => startSabotageProxy(appPort, sharing(appPort)),
  },
  {
    fault: 'unreachable',
    start: async () => ({ url: `http://127.0.0.1:${await freePort()}`, stop: async () => {} }),
  },
  { fault: 'unreachable', how: 'takes no connection', start: startDeafServer, flags: inShort },
  {
    fault: 'unreachable',
    how: 'takes no connection for TLS',
    start: startDeafServer,
    address: asHttps,
    flags: inShort,
  },
  { fault: 'unanswered', start: () => startTcpServer(), flags: inShort },
  {
    fault: 'unanswered',
    how: 'sends its head a byte a second',
    start: () => startTcpServer(dripping('HTTP/1.1 200 OK\r\n')),
    flags: inShort,
  },
  through(
    'unanswered',
    { answer: () => true, tls: { name: publicHost, http2: true } },
    { how: 'shakes hands and says no more', flags: [...inShort, '--insecure'] },
  ),
  {
    fault: 'out-of-time',
    how: 'shakes hands at the last moment',
    start: startSlowToShakeHands,
    address: asHttps,
    flags: [...inShort, '--insecure'],
  },
  {
    fault: 'malformed-answer',
    how: 'sends without end',
    start: () => startTcpServer(flooding(streamHead, `: ${'more'.repeat(16_000)}\n\n`)),
  },
  {
    fault: 'malformed-answer',
    how: 'sends headers without end',
    start: () => startTcpServer(flooding('HTTP/1.1 200 OK\r\n', 'X-More: of this\r\n'.repeat(4_000))),
  },
  {
    fault: 'not-found',
    how: 'sends anything without end',
    start: () => startTcpServer(flooding('HTTP/1.1 200 OK\r\n\r\n', 'x'.repeat(64_000))),
  },
  through('tls-failed', {}, { address: asHttps }),
  {
    fault: 'tls-failed',
    how: 'never shakes hands',
    start: () => startTcpServer(),
    address: asHttps,
    flags: inShort,
  },
  overTls('certificate-untrusted', {}, { isTrusting: false }),
  overTls('certificate-expired', { until: inDays(-2) }),
  overTls('certificate-expired', { from: inDays(2) }, { how: 'is of tomorrow' }),
  overTls('certificate-expires-soon', { until: inDays(5) }),
  overTls('certificate-name', { name: 'other.example.com' }),
  overTls('http1-only', { http2: false }),
  // An address of this machine that is not called loopback.
  through('plain-http', {}, { address: (url) => url.replace('127.0.0.1', '0.0.0.0') }),
  through('origin-refused', {}, { flags: ['--origin', 'https://elsewhere.example'] }),
];

async function startSlowToShakeHands(appPort: number): Promise<SabotageProxy> {
  const front = await startSabotageProxy(appPort, { tls: { name: publicHost, http2: true } });
  const slow = await startTcpServer(waiting(Number(new URL(front.url).port), 4_000));
  return {
    url: slow.url,
    async stop() {
      await slow.stop();
      await front.stop();
    },
  };
}
