const firstWaitMs = 1_000;
const longestWaitMs = 30_000;

/** A wait before attempt `n` (from 0) with full jitter, so that a thousand pages do not return at once. */
export function backoffMs(n: number, random: () => number): number {
  return random() * Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(n, 10));
}

/** A number drawn evenly between two. */
export function between(low: number, high: number, random: () => number): number {
  return low + random() * (high - low);
}

/** The wait a `Retry-After` header asks for, in seconds or as a date; null when it asks for none. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (!header) return null;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), 600_000) : null;
}
