import { streamPath, type Target } from './target';

export type Redirect = { status: number; from: URL; to: URL };

/** Whether a redirect only leads from http to https of the same name, as it should. */
export function isUpgrade({ from, to }: Redirect): boolean {
  return from.protocol === 'http:' && to.protocol === 'https:' && from.hostname === to.hostname;
}

/** Where the stream itself is to be found after a redirect; null when it leads to something else. */
export function followRedirect({ from, to }: Redirect, target: Target): Target | null {
  if (to.pathname !== streamPath || to.origin === from.origin) return null;
  const base = new URL(to.origin);
  const isOwnHost = target.host === from.host;
  const isOwnOrigin = target.origin === from.origin;
  return {
    base,
    host: isOwnHost ? base.host : target.host,
    origin: isOwnOrigin ? base.origin : target.origin,
  };
}
