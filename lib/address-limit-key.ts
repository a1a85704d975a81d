import { isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The key under which an address counts. IPv6 counts by /64: one household or server owns all of it. */
export function addressLimitKey(address: string | null): string {
  if (address === null) return 'address:unknown';
  if (isIPv4(address)) return `address:${address}`;
  if (!ipaddr.isValid(address)) return 'address:unknown';
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return `address:${parsed}`;
  const network = (parsed as ipaddr.IPv6).parts.slice(0, 4).map((part) => part.toString(16));
  return `address:${network.join(':')}::/64`;
}
