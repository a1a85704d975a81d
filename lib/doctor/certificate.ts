import { checkServerIdentity, connect, type PeerCertificate } from 'node:tls';
import { serverName, type Target } from './target';

/** What a handshake shows. */
export type Handshake = {
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
  failure: string | null;
};

/** Shakes hands as a browser would, and judges nothing. */
export function shakeHands(target: Target, limitMs: number): Promise<Handshake> {
  return new Promise((resolve) => {
    const { hostname, port } = target.base;
    const name = serverName(target);
    const socket = connect({
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port: Number(port) || 443,
      servername: name ?? '',
      ALPNProtocols: ['h2', 'http/1.1'],
      rejectUnauthorized: false,
      // Judged below, so that the chain's fault and the name's are told apart.
      checkServerIdentity: () => undefined,
    });
    const finish = (handshake: Partial<Handshake>) => {
      clearTimeout(limit);
      socket.destroy();
      resolve({ ...nothing, ...handshake });
    };
    const limit = setTimeout(() => finish({ failure: `no handshake in ${limitMs / 1000} s` }), limitMs);
    socket.on('error', (error: Error) => finish({ failure: error.message }));
    socket.on('secureConnect', () => {
      const certificate = socket.getPeerCertificate();
      finish({
        tlsVersion: socket.getProtocol(),
        alpn: socket.alpnProtocol || 'http/1.1',
        trustError: socket.authorizationError ? `${socket.authorizationError}` : null,
        ...(certificate.valid_to && read(certificate, name ?? hostname)),
      });
    });
  });
}

const nothing: Handshake = {
  tlsVersion: null,
  alpn: null,
  validToMs: null,
  validFromMs: null,
  names: '',
  nameError: null,
  trustError: null,
  failure: null,
};

function read(certificate: PeerCertificate, name: string): Partial<Handshake> {
  const wrong = checkServerIdentity(name, certificate);
  return {
    validToMs: Date.parse(certificate.valid_to),
    validFromMs: Date.parse(certificate.valid_from),
    names: certificate.subjectaltname?.replaceAll('DNS:', '') ?? certificate.subject?.CN?.toString() ?? '',
    nameError: wrong ? wrong.message : null,
  };
}
