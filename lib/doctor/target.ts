import { isIP } from 'node:net';

/** One address to examine, and as whom. */
export type Target = {
  /** Scheme, host and port to connect to. */
  base: URL;
  /** What the requests name as their Host: the public one, which every proxy must pass on. */
  host: string;
  /** The page's origin, in whose name we listen. */
  origin: string;
};

export const streamPath = '/api/status/stream';
export const statusPath = '/api/status';

const loopback = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/;

/** Whether a URL or host means this machine. */
export function isLoopback(hostname: string): boolean {
  return loopback.test(hostname);
}

/** Whether strangers can reach the page under this Host, so that the rules of production hold. */
export function isPublic({ host }: Target): boolean {
  return !isLoopback(host.replace(/:\d+$/, ''));
}

/** The name to ask a certificate for; undefined for a bare address, which TLS does not send. */
export function serverName({ host }: Target): string | undefined {
  const name = host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return isIP(name) ? undefined : name;
}
