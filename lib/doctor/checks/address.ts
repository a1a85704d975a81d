import type { Examined } from '../examine';
import { isUpgrade } from '../redirects';
import { fault, faultsOr, fine, type Remark } from '../remark';
import { isLoopback, streamPath } from '../target';

const dayMs = 24 * 60 * 60 * 1_000;
const soonDays = 14;

/** The certificate and the protocol, before any question is asked. `isInsecure` leaves the certificate unjudged. */
export function judgeAddress(seen: Examined, isInsecure: boolean, isOuter: boolean, atMs: number): Remark[] {
  return [...certificate(seen, isInsecure, atMs), ...protocol(seen, isOuter), ...redirects(seen)];
}

function certificate({ handshake, target }: Examined, isInsecure: boolean, atMs: number): Remark[] {
  if (!handshake) return [];
  const { failure, validToMs, validFromMs, nameError, trustError, names, tlsVersion } = handshake;
  // Where nobody takes a connection, that is what is wrong.
  if (failure) return handshake.isConnected ? [fault('tls-failed', `The handshake failed: ${failure}.`)] : [];
  if (isInsecure || validToMs === null) return [fine('certificate', `${tlsVersion}, certificate not judged`)];
  const days = Math.floor((validToMs - atMs) / dayMs);
  const until = new Date(validToMs).toISOString().slice(0, 10);
  const figures = { days, until, names };
  const isOutside = validToMs < atMs || (validFromMs ?? 0) > atMs;
  const isUntrusted = trustError !== null && !/EXPIRED|NOT_YET_VALID|ALTNAME/.test(trustError);
  return faultsOr(
    [
      isOutside && fault('certificate-expired', outside(validFromMs, until, -days, atMs), figures),
      nameError !== null && fault('certificate-name', `It is for ${names}, not for ${target.host}.`, figures),
      isUntrusted && fault('certificate-untrusted', `Its chain is refused: ${trustError}.`, { trustError }),
      !isOutside &&
        days < soonDays &&
        fault('certificate-expires-soon', `It is valid until ${until}, for ${days} days.`, figures),
    ],
    fine('certificate', `${tlsVersion}, certificate valid for ${days} days`, figures),
  );
}

function outside(validFromMs: number | null, until: string, daysAgo: number, atMs: number): string {
  if (validFromMs === null || validFromMs <= atMs) return `It was valid until ${until}, ${daysAgo} days ago.`;
  return `It is valid from ${new Date(validFromMs).toISOString().slice(0, 10)} on, and not yet.`;
}

function protocol({ handshake, target }: Examined, isOuter: boolean): Remark[] {
  const { base } = target;
  if (handshake?.failure) return [];
  if (!handshake) {
    const isBare = isOuter && !isLoopback(base.hostname);
    if (isBare) return [fault('plain-http', `${base.origin} is served without TLS.`)];
    return [fine('http-version', 'HTTP/1.1 without TLS')];
  }
  // Behind the first address browsers do not come.
  if (isOuter && handshake.alpn !== 'h2')
    return [fault('http1-only', `It offers ${handshake.alpn} alone.`, { alpn: handshake.alpn })];
  return [fine('http-version', `${handshake.alpn}`, { alpn: handshake.alpn })];
}

function redirects({ redirects, first, second }: Examined): Remark[] {
  // Who says nothing does not redirect either, which is no comfort.
  if (redirects.length === 0 && first.exchange.status === null && second.exchange.status === null) return [];
  const detours = redirects.filter((redirect) => !isUpgrade(redirect));
  const found = detours.map(({ status, from, to }) => {
    const leadsOn = to.pathname === streamPath && to.origin !== from.origin;
    const words = `${status} from ${from.href} to ${to.href}`;
    return fault('redirected', `${words}.`, { status, to: to.href }, leadsOn ? 'warn' : 'error');
  });
  return faultsOr(found, fine('redirects', 'no redirect'));
}
