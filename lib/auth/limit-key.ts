import { createHash } from 'node:crypto';
import ipaddr from 'ipaddr.js';

/** The key under which tries from an address count. IPv6 counts by /64: one household or server owns all of it. */
export function addressLimitKey(address: string | null): string {
  if (address === null) return 'address:unknown';
  if (!ipaddr.isValid(address)) return 'address:unknown';
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return `address:${parsed}`;
  const network = (parsed as ipaddr.IPv6).parts.slice(0, 4).map((part) => part.toString(16));
  return `address:${network.join(':')}::/64`;
}

/** The key under which tries for an account count: hashed, so that no e-mail address is left lying in Redis. */
export function accountLimitKey(email: string): string {
  return `account:${createHash('sha256').update(normalEmail(email)).digest('base64url')}`;
}

/** One spelling for an e-mail address however it was typed. */
export function normalEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}
