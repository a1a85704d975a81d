import { checkServerIdentity, connect, type PeerCertificate, type TLSSocket } from 'node:tls';
import { answerLimitMs } from './ask';
import type { Deadline } from './deadline';
import { nowMs } from './exchange';
import { inWords } from './remark';
import { serverName, type Target } from './target';

/** What a handshake shows. */
export type Handshake = {
  /** Whether somebody took the connection. */
  isConnected: boolean;
  tlsVersion: string | null;
  /** What browsers would speak: `h2` or `http/1.1`. */
  alpn: string | null;
  /** Epoch milliseconds; null when no certificate was shown. */
  validToMs: number | null;
  validFromMs: number | null;
  names: string;
  /** Why the certificate is not for the name asked for; null when it is. */
  nameError: string | null;
  /** Why its chain is not trusted; null when it is. */
  trustError: string | null;
  /** Why there was none. */
  failure: string | null;
};

/** Shakes hands as a browser would, and judges nothing. */
export async function shakeHands(target: Target, deadline: Deadline): Promise<Handshake> {
  const { hostname, port } = target.base;
  const name = serverName(target);
  const beganMs = nowMs();
  const socket = connect({
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(port) || 443,
    servername: name ?? '',
    ALPNProtocols: ['h2', 'http/1.1'],
    rejectUnauthorized: false,
    // Judged below, so that the chain's fault and the name's are told apart.
    checkServerIdentity: () => undefined,
  });
  let isConnected = false;
  socket.once('connect', () => {
    isConnected = true;
  });
  const outcome = new Promise<string | null>((resolve) => {
    // OpenSSL's own words are long, and say where in its code.
    socket.on('error', (error: Error & { reason?: string }) => resolve(error.reason ?? error.message));
    socket.on('close', () => resolve('the connection was closed'));
    socket.on('secureConnect', () => resolve(null));
  });
  await deadline.atMost(answerLimitMs, outcome);
  const failure = await Promise.race([outcome, `nothing in ${inWords(nowMs() - beganMs)}`]);
  const handshake = failure === null ? shownBy(socket, name ?? hostname) : nothing;
  socket.destroy();
  return { ...handshake, isConnected, failure };
}

const nothing: Handshake = {
  isConnected: false,
  tlsVersion: null,
  alpn: null,
  validToMs: null,
  validFromMs: null,
  names: '',
  nameError: null,
  trustError: null,
  failure: null,
};

function shownBy(socket: TLSSocket, name: string): Handshake {
  const certificate = socket.getPeerCertificate();
  return {
    ...nothing,
    tlsVersion: socket.getProtocol(),
    alpn: socket.alpnProtocol || 'http/1.1',
    trustError: socket.authorizationError ? `${socket.authorizationError}` : null,
    ...(certificate.valid_to && read(certificate, name)),
  };
}

function read(certificate: PeerCertificate, name: string): Partial<Handshake> {
  const wrong = checkServerIdentity(name, certificate);
  return {
    validToMs: Date.parse(certificate.valid_to),
    validFromMs: Date.parse(certificate.valid_from),
    names: certificate.subjectaltname?.replaceAll('DNS:', '') ?? certificate.subject?.CN?.toString() ?? '',
    nameError: wrong ? wrong.message : null,
  };
}
