import type { Examined } from '../examine';
import { type Exchange, headerOf } from '../exchange';
import { fault, fine, type Remark } from '../remark';

/** How far a heartbeat may seem older than its reader. */
const slackMs = 500;

/** Whether visitors get answers of their own: each has a `retry:` made up for it, and no heartbeat from before. */
export function judgeSharing({ first, second, samePage, resumedByHeader }: Examined): Remark[] {
  const visitors = [first, second, samePage, ...(resumedByHeader ? [resumedByHeader] : [])];
  const retries = visitors.flatMap(({ retryMs }) => retryMs ?? []);
  // Two may be equal by chance, one time in two thousand.
  const same = retries.find((retryMs) => retries.filter((other) => other === retryMs).length >= 3);
  const hit = visitors.map(({ exchange }) => cacheMark(exchange)).find((mark) => mark !== null);
  const skewMs = Math.min(...first.pings.map(({ atMs, sentAtMs }) => atMs - sentAtMs));
  const oldest = second.pings[0];
  const agoMs = oldest ? second.exchange.askedAtMs - (oldest.sentAtMs + skewMs) : 0;
  const isOld = Number.isFinite(agoMs) && agoMs > slackMs;
  if (same === undefined && !hit && !isOld)
    return [fine('sharing', `${retries.length} visitors, ${new Set(retries).size} answers`)];
  const words = [
    same !== undefined && `three visitors got the same "retry: ${same}"`,
    isOld && `a new visitor got a heartbeat ${(agoMs / 1_000).toFixed(1)} s older than itself`,
    hit && `it came with ${hit}`,
  ].filter((part) => typeof part === 'string');
  const figures = { sameRetry: same ?? null, agoMs: isOld ? Math.round(agoMs) : null, mark: hit ?? null };
  return [fault('shared', `${sentence(words.join('; '))}.`, figures)];
}

/** The header by which a cache owns up; null when there is none. */
export function cacheMark(exchange: Exchange): string | null {
  const age = headerOf(exchange, 'age');
  if (Number(age) > 0) return `Age: ${age}`;
  for (const name of ['x-cache', 'cf-cache-status', 'x-cache-status', 'x-proxy-cache']) {
    const value = headerOf(exchange, name);
    if (value && /\bhit\b|^hit/i.test(value)) return `${name}: ${value}`;
  }
  return null;
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
