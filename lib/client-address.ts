import { isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Addresses and networks whose X-Forwarded-For is believed, or how many proxies stand in front. */
type TrustedProxies = number | string[];

/** The header in which server.ts names the socket's other end; it overwrites whatever was sent under that name. */
export const peerHeader = 'x-signalbox-peer';

/**
 * The address of who asks: the socket's other end, or what trusted proxies say of it. X-Forwarded-For is read from
 * its right end, one trusted hop at a time, because everything left of the first stranger is only a claim.
 */
export function clientAddress(headers: Pick<Headers, 'get'>, trusted: TrustedProxies): string | null {
  let address = parseAddress(headers.get(peerHeader) ?? '');
  const claimed = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  for (let hop = 0; address !== null && isTrusted(address, hop, trusted); hop += 1) {
    const said = parseAddress(claimed.pop() ?? '');
    if (said === null) break;
    address = said;
  }
  return address;
}

/** `1.2.3.4`, `1.2.3.4:5678`, `::1`, `[::1]:5678` or `::ffff:1.2.3.4` as one plain address; null for anything else. */
export function parseAddress(text: string): string | null {
  // Thousands of readers come at once, and this is how most of them are written already.
  if (isIPv4(text)) return text;
  const bare = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text)?.[1] ?? text.replace(/^([\d.]+):\d{1,5}$/, '$1');
  const isFull = bare.includes(':') ? ipaddr.IPv6.isValid(bare) : ipaddr.IPv4.isValidFourPartDecimal(bare);
  return isFull ? ipaddr.process(bare.replace(/%.*$/, '')).toString() : null;
}

function isTrusted(address: string, hop: number, trusted: TrustedProxies): boolean {
  if (typeof trusted === 'number') return hop < trusted;
  const parsed = ipaddr.parse(address);
  return trusted.some((entry) => {
    const [network, bits] = ipaddr.parseCIDR(entry.includes('/') ? entry : withAllBits(entry));
    return network.kind() === parsed.kind() && parsed.match([network, bits] as never);
  });
}

function withAllBits(address: string): string {
  const plain = ipaddr.process(address);
  return `${plain}/${plain.kind() === 'ipv4' ? 32 : 128}`;
}
